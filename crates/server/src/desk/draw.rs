//! Where boxes and arrows of the data map stand: people at the left, what is reached from them to the right, stores as
//! bands, where data goes outside them.
//!
//! Every arrow ends in a row of its own beside its box, with its rule above the line, so that rules never cover each
//! other; outside the stores the rule stands in the box. The same map always gives the same drawing.

/// A box that is drawn inside a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// The store.
    pub(super) band: usize,
    /// How many arrows it is from the people.
    pub(super) column: usize,
    pub(super) name: String,
    /// What else is said of it.
    pub(super) note: String,
    pub(super) people: bool,
    pub(super) wrong: bool,
}

/// An arrow between boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) rule: String,
    /// Not ownership: it may only be seen.
    pub(super) weak: bool,
}

/// Somewhere outside the stores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outside {
    pub(super) name: String,
    pub(super) note: String,
    /// From which stores data goes there, and by which rule.
    pub(super) from: Vec<(usize, String)>,
}

/// What is drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    pub(super) bands: Vec<String>,
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
    pub(super) outside: Vec<Outside>,
}

/// A rectangle with words.
pub(super) struct Box {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) w: usize,
    pub(super) h: usize,
    pub(super) name: String,
    pub(super) note: String,
    pub(super) class: &'static str,
}

/// An arrow with its rule.
pub(super) struct Arrow {
    pub(super) path: String,
    /// Where the rule begins.
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) rule: String,
    pub(super) class: &'static str,
}

/// The drawing.
pub(super) struct Drawing {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) bands: Vec<Box>,
    pub(super) boxes: Vec<Box>,
    pub(super) arrows: Vec<Arrow>,
}

impl Drawing {
    /// From this width on it is not made smaller to fit a window: its words could not be read.
    const READABLE: usize = 1216;

    /// Whether a narrow window shows a part of it.
    pub(super) const fn is_wide(&self) -> bool {
        self.width > Self::READABLE
    }
}

/// The width of a box, and the room for words in it.
const WIDE: usize = 160;
/// The room for rules beside a box.
const RULE: usize = 136;
/// The room in which arrows bend.
const BEND: usize = 28;
/// The width of a box outside the stores: rules stand in it.
const OUT: usize = 208;
/// The height of one arrow's row.
const ROW: usize = 22;
const LOWEST: usize = 48;
const GAP: usize = 18;
const PAD: usize = 16;
const TITLE: usize = 34;
/// The space between the edge of a box and its words.
const INNER: usize = 10;
/// The room for name and note of a box.
const HEAD: usize = 44;
/// Sizes of letters: names are bold.
const NAME: usize = 14;
const NOTE: usize = 12;

/// How wide a letter is at most in the fonts of pages, in hundredths of its size.
const fn letter(c: char) -> usize {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' | '·' => 32,
        'f' | 't' | 'r' | 'I' | ' ' | '(' | ')' | '/' | '-' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 100,
        'A'..='Z' => 74,
        c if c.is_ascii() => 61,
        // Accents are as wide as their letters; anything else may be as wide as it is high.
        '\u{a1}'..='\u{17f}' => 74,
        _ => 105,
    }
}

/// As much of a text as fits into a room, by letters of this size.
fn fit(text: &str, size: usize, room: usize) -> String {
    let wide = |text: &str| text.chars().map(letter).sum::<usize>() * size / 100;
    if wide(text) <= room {
        return text.to_owned();
    }
    let mut used = letter('…') * size / 100;
    let fits = |c: &char| {
        used += (letter(*c) * size).div_ceil(100);
        used <= room
    };
    let start: String = text.chars().take_while(fits).collect();
    format!("{}…", start.trim_end())
}

const fn height(rows: usize) -> usize {
    let needed = rows * ROW + 8;
    if needed > LOWEST { needed } else { LOWEST }
}

/// Lays a map out.
pub(super) fn draw(graph: &Graph) -> Drawing {
    let boxes = places(graph);
    let right = boxes.iter().map(|b| b.x + b.w).max().unwrap_or(0).max(PAD * 2 + WIDE);
    let bands = bands(graph, &boxes, right);
    let (outside, flows) = outside(graph, &bands, right + PAD);
    let mut arrows = arrows(graph, &boxes);
    arrows.extend(flows);
    let all = || boxes.iter().chain(&bands).chain(&outside);
    let width = all().map(|b| b.x + b.w).max().unwrap_or(0) + PAD;
    let height = all().map(|b| b.y + b.h).max().unwrap_or(0) + PAD;
    Drawing { width, height, bands, boxes: boxes.into_iter().chain(outside).collect(), arrows }
}

/// The boxes inside stores, in the order of the graph.
fn places(graph: &Graph) -> Vec<Box> {
    let rows = |node: usize| graph.edges.iter().filter(|e| e.to == node).count();
    let first = graph.nodes.iter().enumerate().any(|(at, n)| n.column == 0 && rows(at) > 0);
    let start = PAD * 2 + if first { RULE + BEND } else { 0 };
    let mut boxes: Vec<Box> = Vec::new();
    let mut top = PAD;
    for band in 0..graph.bands.len() {
        let columns = graph.nodes.iter().map(|n| n.column + 1).max().unwrap_or(1);
        let mut lows = vec![top + TITLE; columns];
        for (at, node) in graph.nodes.iter().enumerate().filter(|(_, n)| n.band == band) {
            let Some(low) = lows.get_mut(node.column) else { continue };
            let h = height(rows(at));
            boxes.push(Box {
                x: start + node.column * (WIDE + BEND + RULE),
                y: *low,
                w: WIDE,
                h,
                name: fit(&node.name, NAME, WIDE - 2 * INNER),
                note: fit(&node.note, NOTE, WIDE - 2 * INNER),
                class: class(node),
            });
            *low += h + GAP;
        }
        top = lows.into_iter().max().unwrap_or(top) + PAD;
    }
    boxes
}

const fn class(node: &Node) -> &'static str {
    match (node.wrong, node.people) {
        (true, _) => "box wrong",
        (false, true) => "box people",
        (false, false) => "box",
    }
}

fn bands(graph: &Graph, boxes: &[Box], right: usize) -> Vec<Box> {
    let one = |(band, name): (usize, &String)| {
        let own =
            || graph.nodes.iter().zip(boxes).filter(move |(n, _)| n.band == band).map(|(_, b)| b);
        let y = own().map(|b| b.y).min()?.saturating_sub(TITLE);
        let low = own().map(|b| b.y + b.h).max()?;
        let note = String::new();
        Some(Box { x: PAD, y, w: right, h: low + PAD - y, name: name.clone(), note, class: "band" })
    };
    graph.bands.iter().enumerate().filter_map(one).collect()
}

fn arrows(graph: &Graph, boxes: &[Box]) -> Vec<Arrow> {
    let mut used = vec![0; boxes.len()];
    let mut arrows = Vec::new();
    for edge in &graph.edges {
        let (Some(from), Some(to)) = (boxes.get(edge.from), boxes.get(edge.to)) else { continue };
        let Some(row) = used.get_mut(edge.to) else { continue };
        let y = to.y + 4 + ROW * *row + ROW - 6;
        *row += 1;
        let x = to.x.saturating_sub(RULE);
        // What leads on leaves at the right; what leads back, or to itself, leaves at the left below its own rules.
        let (sx, sy, bend) = if from.x < to.x {
            (from.x + from.w, from.y + from.h / 2, from.x + from.w + BEND / 2)
        } else {
            (from.x, from.y + from.h - 3, x.saturating_sub(BEND))
        };
        let before = if from.x < to.x { x.saturating_sub(BEND / 2) } else { bend };
        arrows.push(Arrow {
            path: format!("M{sx} {sy}C{bend} {sy} {before} {y} {x} {y}H{}", to.x - 1),
            x: x + 4,
            y: y - 4,
            rule: fit(&edge.rule, NOTE, RULE - INNER),
            class: if edge.weak { "arrow weak" } else { "arrow" },
        });
    }
    arrows
}

/// Where data goes, beside the stores from which it goes there. Here rules stand in the boxes: so they are no wider than they must.
fn outside(graph: &Graph, bands: &[Box], left: usize) -> (Vec<Box>, Vec<Arrow>) {
    let x = left + BEND;
    let (mut boxes, mut arrows) = (Vec::new(), Vec::new());
    let mut top = PAD;
    for place in &graph.outside {
        let h = HEAD + place.from.len() * ROW + 4;
        let reach = place.from.iter().filter_map(|(band, _)| bands.get(*band)).map(|b| b.y).min();
        top = top.max(reach.unwrap_or(top));
        for (row, (band, rule)) in place.from.iter().enumerate() {
            let Some(band) = bands.get(*band) else { continue };
            let (sx, sy) = (band.x + band.w, band.y + TITLE / 2);
            let y = top + HEAD + ROW * row + ROW / 2;
            let bend = sx + BEND / 2;
            arrows.push(Arrow {
                path: format!("M{sx} {sy}C{bend} {sy} {bend} {y} {} {y}", x - 1),
                x: x + INNER,
                y: y + 4,
                rule: fit(rule, NOTE, OUT - 2 * INNER),
                class: "arrow out",
            });
        }
        boxes.push(Box {
            x,
            y: top,
            w: OUT,
            h,
            name: fit(&place.name, NAME, OUT - 2 * INNER),
            note: fit(&place.note, NOTE, OUT - 2 * INNER),
            class: "box out",
        });
        top += h + GAP;
    }
    (boxes, arrows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn node(band: usize, column: usize) -> Node {
        Node {
            band,
            column,
            name: "a table with a long name".to_owned(),
            note: String::new(),
            people: column == 0,
            wrong: false,
        }
    }

    fn graph(nodes: &[(usize, usize)], edges: &[(usize, usize)]) -> Graph {
        let edge = |(from, to): &(usize, usize)| Edge {
            from: *from,
            to: *to,
            rule: "owned by · contact_id".to_owned(),
            weak: false,
        };
        Graph {
            bands: vec!["a".to_owned(), "b".to_owned()],
            nodes: nodes.iter().map(|(b, c)| node(*b, *c)).collect(),
            edges: edges.iter().map(edge).collect(),
            outside: vec![Outside {
                name: "Frankfurt".to_owned(),
                note: String::new(),
                from: vec![(0, "kept in".to_owned()), (1, "kept in".to_owned())],
            }],
        }
    }

    fn apart(a: &Box, b: &Box) -> bool {
        a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
    }

    proptest! {
        /// Boxes never cover each other, rules neither, and everything lies in the picture.
        #[test]
        fn nothing_covers_anything(
            nodes in proptest::collection::vec((0_usize..2, 0_usize..4), 1..24),
            edges in proptest::collection::vec((0_usize..24, 0_usize..24), 0..40),
        ) {
            // As the map gives them: store by store.
            let mut nodes = nodes;
            nodes.sort_unstable();
            let edges: Vec<_> = edges.into_iter().filter(|(a, b)| *a < nodes.len() && *b < nodes.len()).collect();
            let drawing = draw(&graph(&nodes, &edges));
            for (i, a) in drawing.boxes.iter().enumerate() {
                prop_assert!(a.x + a.w <= drawing.width && a.y + a.h <= drawing.height);
                prop_assert!(drawing.boxes[..i].iter().all(|b| apart(a, b)));
            }
            for (i, a) in drawing.arrows.iter().enumerate() {
                prop_assert!(drawing.arrows[..i].iter().all(|b| (a.x, a.y) != (b.x, b.y)));
                let inside = |b: &Box| a.x > b.x && a.x < b.x + b.w && a.y > b.y + HEAD && a.y < b.y + b.h;
                if a.class == "arrow out" {
                    // Its rule stands in its own box, below name and note.
                    prop_assert_eq!(drawing.boxes.iter().filter(|b| inside(b)).count(), 1);
                } else {
                    prop_assert!(drawing.boxes.iter().all(|b| a.x + RULE - 8 <= b.x || a.x >= b.x + b.w || a.y < b.y || a.y > b.y + b.h));
                }
            }
        }
    }

    #[test]
    fn words_are_cut_by_their_width() {
        let room = WIDE - 2 * INNER;
        assert_eq!(fit("calls", NAME, room), "calls");
        assert_eq!(fit("illicit little fill", NAME, room), "illicit little fill");
        let wide = fit("WWWWWWWWWWWWWWWWWWW", NAME, room);
        assert!(wide.ends_with('…') && wide.chars().count() < 11, "{wide}");
        assert_eq!(fit("contacts in an address book", NOTE, 120).chars().last(), Some('…'));
        assert!(!fit("word and word", NOTE, 50).contains(" …"), "no space before what is left out");
    }

    /// Four columns of tables with what is outside them: no wider than a large window, a little smaller than drawn.
    #[test]
    fn a_usual_map_is_not_much_wider_than_a_window() {
        let drawing = draw(&graph(&[(0, 0), (0, 1), (0, 2), (1, 3)], &[(0, 0), (0, 1)]));
        assert!(drawing.width <= 1600, "{}", drawing.width);
    }

    #[test]
    fn the_same_map_gives_the_same_drawing() {
        let path = || {
            draw(&graph(&[(0, 0), (0, 1)], &[(0, 1), (0, 0)]))
                .arrows
                .iter()
                .map(|a| a.path.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(path(), path());
    }
}
