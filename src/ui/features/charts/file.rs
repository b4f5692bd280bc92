//! Files of charts to save: PNG and SVG.

use crate::chart::{Chart, svg};
use crate::text::charts::ResultChartText;
use gloo::file::{Blob, ObjectUrl};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement, HtmlImageElement};

/// The width of a PNG for a document in pixels, large enough to be sharp in print.
const PIXELS: f64 = 2000.0;

/// The width and height of a PNG for a slide in pixels: 16:9.
const SLIDE: (f64, f64) = (1920.0, 1080.0);

/// The share of a slide's width and height that the chart takes at most.
const SLIDE_SHARE: f64 = 0.9;

/// The kind of file that a chart is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// An image of pixels, as high as the chart needs: for a document.
    Png,
    /// An image of pixels of 16:9, with the chart in its middle: for a slide.
    Slide,
    /// A vector image.
    Svg,
}

impl FileKind {
    /// Returns the extension of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            FileKind::Png | FileKind::Slide => "png",
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
    let stop = if about.is_empty() || about.ends_with('.') { "" } else { "." };
    let mut foot = vec![words.source.to_owned(), format!("{about}{stop} {made}").trim().to_owned()];
    if !link.is_empty() {
        foot.push(format!("{} {link}", words.link));
    }
    let (file, id) = (svg::file(chart, &foot), chart.id);
    yew::platform::spawn_local(async move {
        let blob = match kind {
            FileKind::Svg => Ok(svg_blob(&file)),
            FileKind::Png | FileKind::Slide => png_blob(&file, kind).await,
        };
        let purpose = if kind == FileKind::Slide { "-dia" } else { "" };
        let name = format!("{id}{purpose}.{}", kind.extension());
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

/// Draws the file on a canvas, [`PIXELS`] wide or of the size of a [`SLIDE`], and reads it as
/// a PNG.
async fn png_blob(file: &svg::SvgFile, kind: FileKind) -> Result<Blob, JsValue> {
    let url = ObjectUrl::from(svg_blob(file));
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    JsFuture::from(image.decode()).await?;

    let canvas: HtmlCanvasElement = document()?.create_element("canvas")?.unchecked_into();
    let (width, height) = (file.width, file.height);
    let (scale, canvas_size) = if kind == FileKind::Slide {
        ((SLIDE.0 * SLIDE_SHARE / width).min(SLIDE.1 * SLIDE_SHARE / height), SLIDE)
    } else {
        (PIXELS / width, (PIXELS, (height * PIXELS / width).round()))
    };
    canvas.set_width(canvas_size.0 as u32);
    canvas.set_height(canvas_size.1 as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, canvas_size.0, canvas_size.1);
    let (width, height) = (width * scale, height * scale);
    let (x, y) = ((canvas_size.0 - width) / 2.0, (canvas_size.1 - height) / 2.0);
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, x, y, width, height)?;

    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        if let Err(problem) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &problem);
        }
    });
    let blob = JsFuture::from(promise).await?;
    // The browser gives null where the image is too large for it.
    blob.dyn_into::<web_sys::Blob>().map(Blob::from)
}
