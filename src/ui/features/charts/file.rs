//! Files of charts to save: PNG and SVG.

use crate::chart::{Chart, svg};
use crate::text::charts::ResultChartText;
use gloo::file::{Blob, ObjectUrl};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement, HtmlImageElement};

/// The width of a PNG in pixels, large enough to be sharp on a projector.
const PIXELS: f64 = 2000.0;

/// The kind of file that a chart is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// An image of pixels.
    Png,
    /// A vector image.
    Svg,
}

impl FileKind {
    /// Returns the extension of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            FileKind::Png => "png",
            FileKind::Svg => "svg",
        }
    }
}

/// Makes the file of a chart and starts its download; calls `failed` where the
/// browser cannot. The footer of the chart states the source, `about` (the
/// scenario and its prices), the date, and the `link`, unless that is empty.
pub fn save(
    chart: &Chart,
    about: &str,
    link: &str,
    words: &ResultChartText,
    kind: FileKind,
    failed: impl FnOnce() + 'static,
) {
    let today = js_sys::Date::new_0();
    let made = (words.made)(today.get_full_year(), today.get_month() + 1, today.get_date());
    let mut foot = vec![words.source.to_owned(), format!("{about} {made}").trim().to_owned()];
    if !link.is_empty() {
        foot.push(format!("{} {link}", words.link));
    }
    let (file, id) = (svg::file(chart, &foot), chart.id);
    yew::platform::spawn_local(async move {
        let blob = match kind {
            FileKind::Svg => Ok(svg_blob(&file)),
            FileKind::Png => png_blob(&file).await,
        };
        let name = format!("{id}.{}", kind.extension());
        if blob.and_then(|blob| crate::platform::download_blob(&name, blob)).is_err() {
            failed();
        }
    });
}

fn svg_blob(file: &svg::SvgFile) -> Blob {
    Blob::new_with_options(file.text.as_str(), Some("image/svg+xml"))
}

fn document() -> Result<Document, JsValue> {
    web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)
}

/// Draws the file on a canvas that is [`PIXELS`] wide, and reads it as a PNG.
async fn png_blob(file: &svg::SvgFile) -> Result<Blob, JsValue> {
    let url = ObjectUrl::from(svg_blob(file));
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    JsFuture::from(image.decode()).await?;

    let canvas: HtmlCanvasElement = document()?.create_element("canvas")?.unchecked_into();
    let scale = PIXELS / file.width;
    canvas.set_width(PIXELS as u32);
    canvas.set_height((file.height * scale).round() as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;

    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        if let Err(problem) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &problem);
        }
    });
    let blob = JsFuture::from(promise).await?;
    // The browser gives null where the image is too large for it.
    blob.dyn_into::<web_sys::Blob>().map(Blob::from)
}
