//! The mix that detection is measured on: letters, notes, logs and calls in equal parts, in German and English, made by a
//! small generator with a fixed seed, so that everybody measures the same text.

/// A step of a linear congruential generator (Knuth, MMIX), used for nothing but variety.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed)
    }
    fn roll(&mut self, below: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.roll(from.len() as u64) as usize).copied().unwrap_or("")
    }
}

const GIVEN: &[&str] = &[
    "Anna", "Jürgen", "Mehmet", "Sabine", "Olivia", "Peter", "Jana", "Lucas", "Chloé", "Harold",
    "Ľubica", "Kofi",
];
const FAMILY: &[&str] = &[
    "Meier",
    "Brandstätter",
    "Yılmaz",
    "Schulze-Kern",
    "Flores",
    "O'Connor",
    "Nováková",
    "Dupont",
    "Robinson",
    "Adjei",
];
const TOWN: &[&str] =
    &["Hamburg", "Leeds", "Graz", "Bratislava", "Lyon", "Springfield", "Altentreptow", "Basel"];
const STREET: &[&str] =
    &["Hahnweg", "Hauptstraße", "Lindenallee", "Am Markt", "Johan-Carsten-Ring"];
const PROSE: &[&str] = &[
    "vielen Dank für Ihre Nachricht vom vergangenen Montag, wir haben den Vorgang geprüft und melden uns in Kürze wieder.",
    "Die Rechnung über 1.249,00 EUR wurde bereits beglichen, eine Mahnung ist daher gegenstandslos.",
    "thank you for your patience while our technicians looked into the outage that affected parts of the network.",
    "The customer reports that the device restarts every few minutes and asks for a replacement or a refund.",
    "Bitte beachten Sie, dass die Lieferung wegen der Feiertage zwei bis drei Werktage länger dauern kann.",
    "Version 2.4.1 fixes the problem; the update takes about 15 minutes and needs 300 MB of free space.",
];

fn letter(dice: &mut Dice, out: &mut String) {
    let (given, family, town) = (dice.pick(GIVEN), dice.pick(FAMILY), dice.pick(TOWN));
    let street = dice.pick(STREET);
    let (number, code, phone) =
        (dice.roll(180) + 1, 10_000 + dice.roll(89_000), 1_000_000 + dice.roll(8_999_999));
    out.push_str(&format!(
        "{given} {family}\n{street} {number}\n{code} {town}\n\nSehr geehrte Damen und Herren,\n\n{}\n{}\n\
         Sie erreichen mich unter 0171 {phone} oder {}@example.org.\n\nMit freundlichen Grüßen\n{given} {family}\n\n",
        dice.pick(PROSE),
        dice.pick(PROSE),
        family.to_lowercase().replace('\'', ""),
    ));
}

fn note(dice: &mut Dice, out: &mut String) {
    let (given, family) = (dice.pick(GIVEN), dice.pick(FAMILY));
    let (day, month, ticket) = (dice.roll(28) + 1, dice.roll(12) + 1, dice.roll(900_000) + 100_000);
    out.push_str(&format!(
        "Ticket #{ticket}, {day:02}.{month:02}.2026, {given} {family}\n- {}\n- {}\n- IBAN DE89 3704 0044 0532 0130 00, paid.\n\n",
        dice.pick(PROSE),
        dice.pick(PROSE),
    ));
}

fn log(dice: &mut Dice, out: &mut String) {
    for _ in 0..6 {
        let (a, b, c, d) = (dice.roll(223) + 1, dice.roll(256), dice.roll(256), dice.roll(254) + 1);
        let (size, time) = (dice.roll(90_000), dice.roll(86_400));
        out.push_str(&format!(
            "{a}.{b}.{c}.{d} - - [26/Nov/2026:{:02}:{:02}:{:02} +0100] \"GET /assets/app-{size}.js?v=2.4.1 HTTP/1.1\" 200 {size} \
             \"https://www.example.org/help/article-{d}\" \"Mozilla/5.0 (X11; Linux x86_64; rv:{c}.0) Gecko/20100101\"\n",
            time / 3600,
            time / 60 % 60,
            time % 60,
        ));
    }
}

fn call(dice: &mut Dice, out: &mut String) {
    let (agent, given, family) = (dice.pick(GIVEN), dice.pick(GIVEN), dice.pick(FAMILY));
    out.push_str(&format!(
        "Agent: Good morning, my name is {agent}, how can I help you today?\nCustomer: Hello {agent}, this is {given} {family}. {}\n\
         Agent: I am sorry to hear that. Could you give me your order number and a number to call you back?\n\
         Customer: Sure, it is four seven one one two, and my phone number is one two three, four five six, seven eight nine zero.\n\
         Agent: Thank you, {given}. {}\nCustomer: Thank you, goodbye.\n\n",
        dice.pick(PROSE),
        dice.pick(PROSE),
    ));
}

/// A text of about so many bytes.
pub(crate) fn mix(bytes: usize) -> String {
    let mut dice = Dice::new(20_261_126);
    let mut parts = [const { String::new() }; 4];
    let makers: [fn(&mut Dice, &mut String); 4] = [letter, note, log, call];
    let mut out = String::with_capacity(bytes + 4096);
    while out.len() < bytes {
        for (part, make) in parts.iter_mut().zip(makers) {
            // The same share of bytes each, in stretches of a few kilobytes.
            while part.len() < 4096 {
                make(&mut dice, part);
            }
            out.push_str(part);
            part.clear();
        }
    }
    out
}
