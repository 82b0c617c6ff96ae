//! Two sources, line by line.

/// A line of a comparison of two sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// In both.
    Same(&'a str),
    /// Only in the first.
    Removed(&'a str),
    /// Only in the second.
    Added(&'a str),
}

/// The lines of two sources side by side, in order; line ends are left out.
///
/// ```
/// use abide_policy::diff::{Line, lines};
/// assert_eq!(lines("a\nb\n", "a\nc\n"), [Line::Same("a"), Line::Removed("b"), Line::Added("c")]);
/// ```
#[must_use]
pub fn lines<'a>(from: &'a str, to: &'a str) -> Vec<Line<'a>> {
    use similar::DiffTag;
    let (old, new): (Vec<&str>, Vec<&str>) = (from.lines().collect(), to.lines().collect());
    let mut out = Vec::with_capacity(old.len().max(new.len()));
    for op in similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new) {
        let removed = old.get(op.old_range()).unwrap_or_default().iter().copied();
        let added = new.get(op.new_range()).unwrap_or_default().iter().copied();
        if op.tag() == DiffTag::Equal {
            out.extend(added.map(Line::Same));
        } else {
            out.extend(removed.map(Line::Removed));
            out.extend(added.map(Line::Added));
        }
    }
    out
}
