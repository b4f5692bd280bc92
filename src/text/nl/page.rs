//! Single words and fixed sentences of the page.

use crate::text::PageText;

pub static PAGE: PageText = PageText {};
