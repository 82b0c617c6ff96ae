//! What people write and say in the example, in five languages. `{name}`, `{phone}` and `{email}` stand for a person's.

use crate::country::Language;

/// The texts of one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Notes that agents write; those after the first four name somebody.
    pub notes: &'static [&'static str],
    /// Messages that people send; those after the first three name somebody.
    pub messages: &'static [&'static str],
    /// What agents answer.
    pub answers: &'static [&'static str],
    /// Subjects of threads.
    pub subjects: &'static [&'static str],
    /// Summaries of calls.
    pub summaries: &'static [&'static str],
    /// What is said in a call: the agent begins, then they take turns.
    pub talk: &'static [&'static str],
}

/// The texts of a language.
#[must_use]
pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::De => &DE,
        Language::En => &EN,
        Language::Fr => &FR,
        Language::Es => &ES,
        Language::Sk => &SK,
    }
}

const DE: Words = Words {
    notes: &[
        "Rückruf am Vormittag gewünscht.",
        "Rechnung erklärt, keine weiteren Fragen.",
        "Bestellung ist unterwegs, Kunde informiert.",
        "Verbindung schlecht, Gespräch abgebrochen.",
        "{name} bittet um Rückruf unter {phone}.",
        "Neue E-Mail-Adresse von {name}: {email}",
    ],
    messages: &[
        "Guten Tag, wann kommt meine Lieferung?",
        "Danke, das hat geholfen.",
        "Der Router blinkt immer noch rot.",
        "Bitte rufen Sie mich unter {phone} an. {name}",
        "Schicken Sie die Unterlagen an {email}, danke. {name}",
    ],
    answers: &[
        "Wir kümmern uns darum und melden uns morgen.",
        "Ihre Bestellung ist heute versandt worden.",
    ],
    subjects: &["Lieferung", "Rechnung", "Störung"],
    summaries: &[
        "Frage zur Rechnung, geklärt.",
        "Störung gemeldet, Techniker bestellt.",
        "{name} möchte kündigen.",
    ],
    talk: &[
        "Guten Tag, was kann ich für Sie tun?",
        "Hier ist {name}, ich rufe wegen meiner Rechnung an.",
        "Unter welcher Nummer erreiche ich Sie?",
        "Unter {phone}, am besten vormittags.",
        "Ich habe das notiert und melde mich.",
        "Vielen Dank, auf Wiederhören.",
    ],
};

const EN: Words = Words {
    notes: &[
        "Wants a call back in the morning.",
        "Bill explained, no further questions.",
        "Order is on its way, customer told.",
        "Bad line, call was cut off.",
        "{name} asks to be called on {phone}.",
        "New e-mail address of {name}: {email}",
    ],
    messages: &[
        "Hello, when will my parcel arrive?",
        "Thanks, that helped.",
        "The router still blinks red.",
        "Please call me on {phone}. {name}",
        "Send the papers to {email}, thank you. {name}",
    ],
    answers: &["We are looking into it and will write tomorrow.", "Your order was sent today."],
    subjects: &["Delivery", "Bill", "Fault"],
    summaries: &[
        "Question about the bill, settled.",
        "Fault reported, engineer booked.",
        "{name} wants to cancel.",
    ],
    talk: &[
        "Good morning, how can I help?",
        "This is {name}, I am calling about my bill.",
        "Which number can I reach you on?",
        "On {phone}, mornings are best.",
        "I have written that down and will call you.",
        "Thank you, goodbye.",
    ],
};

const FR: Words = Words {
    notes: &[
        "Souhaite être rappelé le matin.",
        "Facture expliquée, plus de question.",
        "Commande en route, client prévenu.",
        "Mauvaise ligne, appel coupé.",
        "{name} demande un rappel au {phone}.",
        "Nouvelle adresse de {name} : {email}",
    ],
    messages: &[
        "Bonjour, quand arrive mon colis ?",
        "Merci, cela m’a aidé.",
        "Le routeur clignote toujours en rouge.",
        "Rappelez-moi au {phone}, s’il vous plaît. {name}",
        "Envoyez les documents à {email}, merci. {name}",
    ],
    answers: &[
        "Nous nous en occupons et vous écrivons demain.",
        "Votre commande est partie aujourd’hui.",
    ],
    subjects: &["Livraison", "Facture", "Panne"],
    summaries: &[
        "Question sur la facture, réglée.",
        "Panne signalée, technicien prévu.",
        "{name} veut résilier.",
    ],
    talk: &[
        "Bonjour, que puis-je faire pour vous ?",
        "Ici {name}, j’appelle au sujet de ma facture.",
        "À quel numéro puis-je vous joindre ?",
        "Au {phone}, plutôt le matin.",
        "C’est noté, je vous rappelle.",
        "Merci, au revoir.",
    ],
};

const ES: Words = Words {
    notes: &[
        "Prefiere que le llamemos por la mañana.",
        "Factura explicada, sin más preguntas.",
        "El pedido va de camino, cliente avisado.",
        "Mala conexión, se cortó la llamada.",
        "{name} pide que le llamen al {phone}.",
        "Nueva dirección de {name}: {email}",
    ],
    messages: &[
        "Hola, ¿cuándo llega mi paquete?",
        "Gracias, me ha servido.",
        "El router sigue parpadeando en rojo.",
        "Llámenme al {phone}, por favor. {name}",
        "Envíen los papeles a {email}, gracias. {name}",
    ],
    answers: &["Lo estamos mirando y le escribimos mañana.", "Su pedido ha salido hoy."],
    subjects: &["Entrega", "Factura", "Avería"],
    summaries: &[
        "Duda sobre la factura, resuelta.",
        "Avería comunicada, técnico avisado.",
        "{name} quiere darse de baja.",
    ],
    talk: &[
        "Buenos días, ¿en qué puedo ayudarle?",
        "Soy {name}, llamo por mi factura.",
        "¿En qué número le localizo?",
        "En el {phone}, mejor por la mañana.",
        "Lo he anotado y le llamaré.",
        "Muchas gracias, adiós.",
    ],
};

const SK: Words = Words {
    notes: &[
        "Žiada zavolať dopoludnia.",
        "Faktúra vysvetlená, bez ďalších otázok.",
        "Objednávka je na ceste, zákazník to vie.",
        "Zlé spojenie, hovor sa prerušil.",
        "{name} žiada zavolať na {phone}.",
        "Nová adresa, {name}: {email}",
    ],
    messages: &[
        "Dobrý deň, kedy príde zásielka?",
        "Ďakujem, pomohlo to.",
        "Router stále bliká na červeno.",
        "Zavolajte mi na {phone}. {name}",
        "Doklady pošlite na {email}, ďakujem. {name}",
    ],
    answers: &["Pozrieme sa na to a zajtra napíšeme.", "Objednávku sme dnes odoslali."],
    subjects: &["Doručenie", "Faktúra", "Porucha"],
    summaries: &[
        "Otázka k faktúre, vybavená.",
        "Porucha nahlásená, technik objednaný.",
        "{name} chce skončiť.",
    ],
    talk: &[
        "Dobrý deň, ako vám môžem pomôcť?",
        "Tu {name}, volám kvôli faktúre.",
        "Na akom čísle vás zastihnem?",
        "Na {phone}, najlepšie dopoludnia.",
        "Poznačil som si to a ozvem sa.",
        "Ďakujem, dopočutia.",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_name_nobody_come_first() {
        for language in Language::ALL {
            let all = words(language);
            for (texts, plain) in [(all.notes, 4), (all.messages, 3), (all.summaries, 2)] {
                let named: Vec<_> = texts.iter().map(|t| t.contains('{')).collect();
                assert!(named[..plain].iter().all(|n| !n) && named[plain..].iter().all(|n| *n));
            }
            assert_eq!(all.talk.len(), 6);
        }
    }
}
