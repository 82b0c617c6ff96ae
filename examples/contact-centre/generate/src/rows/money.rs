//! Invoices to customers, with a line for each call that was made for them.

use crate::value::{Row, row};
use crate::world::{Call, FIRST, Known, World};

/// Each customer gets so many invoices.
const MONTHS: u64 = 18;
/// How many seconds an invoice covers.
const MONTH: u64 = 30 * 86_400;

/// The calls that are billed, with the place of their invoice.
fn billed(world: &World) -> impl Iterator<Item = (usize, Call)> + Send {
    let calls = world.call_ids().map(|id| world.call(id));
    calls.filter(|call| !call.inbound && call.agent.is_some()).map(|call| {
        let month = (call.started / MONTH).min(MONTHS - 1);
        let at = (call.customer - 1) * MONTHS + month;
        (usize::try_from(at).unwrap_or(0), call)
    })
}

/// The sum of each invoice. There are few, however many calls there are.
fn totals(world: &World) -> Vec<u64> {
    let mut sums = vec![0; usize::try_from(world.customers * MONTHS).unwrap_or(0)];
    for (at, call) in billed(world) {
        if let Some(sum) = sums.get_mut(at) {
            *sum += call.cost();
        }
    }
    sums
}

pub(super) fn invoices(world: &World) -> impl Iterator<Item = Row> + Send {
    (0..).zip(totals(world)).map(|(at, total)| {
        let (customer, month) = (at / MONTHS + 1, at % MONTHS);
        let number = format!("{customer:04}-{:02}", month + 1);
        row![FIRST + at, customer, number, world.day((month + 1) * MONTH), total]
    })
}

pub(super) fn invoice_lines(world: &World) -> impl Iterator<Item = Row> + Send {
    let lines = vec![0u64; usize::try_from(world.customers * MONTHS).unwrap_or(0)];
    billed(world).scan(lines, |lines, (at, call)| {
        let line = lines.get_mut(at)?;
        *line += 1;
        let known = call.known != Known::Nothing;
        let called = known.then(|| world.contact(call.contact).phone.e164());
        Some(row![FIRST + at as u64, *line, call.id, called, call.seconds, call.cost()])
    })
}
