"""What recovery says to people, in three languages."""

from omavirta.api.language import Language

CODE_OVER = {
    Language.FI: "Koodin vahvistamisesta on liian kauan, tai koodi on jo käytetty. Pyydä uusi koodi.",
    Language.SV: "Det har gått för länge sedan koden bekräftades, eller så är den redan använd. Be om en ny kod.",
    Language.EN: "It has been too long since the code was confirmed, or it was used already. Ask for a new code.",
}
LINK_OVER = {
    Language.FI: "Linkki on vanhentunut tai jo käytetty. Pyydä uusi linkki tai koodi.",
    Language.SV: "Länken har gått ut eller är redan använd. Be om en ny länk eller en kod.",
    Language.EN: "The link has expired or was used already. Ask for a new link or a code.",
}
