//! What every page is dressed with: the style sheet and the icon.

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

/// The icon in the browser's tab.
pub(crate) struct Icon;

impl Document for Icon {
    fn id(&self) -> &'static str {
        "icon"
    }

    fn addresses(&self, _: &Publication) -> Vec<Address> {
        vec![Address::plain("/icon.svg", Subject::Site)]
    }

    fn render(&self, _: &Publication, _: &Address) -> Option<Page> {
        Some(Page::new(Page::SVG, include_str!("../../templates/icon.svg").to_owned()))
    }
}
