//! The style sheet of every page.

use crate::document::{Address, Document, Page, Publication, Subject};
use crate::html::STYLE;

/// The style sheet.
pub(crate) struct Style;

impl Document for Style {
    fn id(&self) -> &'static str {
        "style"
    }

    fn addresses(&self, _: &Publication) -> Vec<Address> {
        vec![Address::plain("/style.css", Subject::Site)]
    }

    fn render(&self, _: &Publication, _: &Address) -> Option<Page> {
        Some(Page::new(Page::CSS, STYLE.to_owned()))
    }
}
