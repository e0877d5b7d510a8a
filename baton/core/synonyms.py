"""Words that customers and help pages use for each other, as groups per language: data.

Kept to pairs that hold in any company's help centre; a tenant's own product words belong to the tenant.
"""

from functools import lru_cache

from baton.core.tokens import tokens

_GROUPS: dict[str, str] = {
    "en": """
        cost price fee charge expensive
        keep kept retain store
        buy purchase order bought
        ship deliver send shipping dispatch sent
        courier carrier driver crew postman
        refund reimburse repay
        change update edit modify amend alter
        move reschedule rebook postpone
        delete remove erase
        broken damaged faulty defective damage broke
        scratch scratched dent dented cracked torn marked chipped damage damaged broken
        fault defect
        late delay overdue delayed
        phone telephone mobile call ring
        email e-mail mail
        login log signin sign
        password passcode
        cancel stop terminate
        stop unsubscribe
        open opening
        hours times
        invoice receipt bill
        voucher coupon code promo
        discount sale offer reduction
        cheaper lower
        exchange swap replace replacement
        sofa couch settee
        clean wash wipe
        stain spill mark wine
        instalment installment split
        pay payment paid
        twice double
        retry attempt retried
        sample swatch
        track where's whereabouts locate
        wide width
        high height tall
        deep depth
        long length
        big size dimensions measurements
        job career vacancy hiring
        closed close shut
        location address
        child children kid
        pet dog cat animal
        wifi internet wi-fi
        parking park car
        guarantee warranty
        cover include covered
        parcel package
        shop store showroom
        limit maximum max cap
        minimum least min
        accept take
        lost missing stolen
        lose lost
        come arrive came arrived
        fix repair
        assembly assemble build put
        help support assistance
        upstairs stairs floor
        home house
        collect pickup fetch
        extra surcharge additional
        combine together
        balance remaining
        join signup register
        record recorded recording
        data information
        share shared third-party
        valid expire expiry validity expiration
        business company firm
        points rewards
        tool screwdriver
        instructions manual
        nurse doctor nhs
        teacher student
        christmas boxing
        amex american
        refuse reject decline
        declined rejected refused
        scam phishing suspicious fraud
        man men people
        scotland scottish
        ireland irish
        wales welsh
        england english
        britain british
        france french
        germany german
        spain spanish
        italy italian
        america american
        europe european
        """,
    "de": """
        kosten preis gebühr kostet
        kaufen bestellen gekauft bestellung
        versand lieferung versenden liefern
        rückgabe retoure zurückgeben zurücksenden umtausch
        erstattung rückerstattung geld erstatten
        kündigen stornieren kündigung stornierung
        kaputt defekt beschädigt schaden
        rechnung beleg quittung
        gutschein code rabatt
        konto account
        """,
    "es": """
        costo coste precio tarifa cuesta
        comprar pedido pedir compra
        envío entrega enviar entregar
        devolución devolver
        reembolso dinero reembolsar
        cancelar anular
        roto dañado defectuoso
        factura recibo
        """,
    "fr": """
        coût prix frais tarif coûte
        acheter commander commande achat
        livraison expédition livrer envoi
        retour retourner renvoyer
        remboursement rembourser argent
        annuler résilier
        cassé endommagé défectueux
        facture reçu
        """,
}


_KINDS: dict[str, dict[str, str]] = {
    "en": {
        "furniture": """sofa couch settee armchair chair stool bench table desk bed wardrobe cupboard cabinet shelf
            bookcase bookshelf dresser chest drawers sideboard""",
        "lighting": "lamp light lantern chandelier",
        "flat-pack": "bed table wardrobe shelf bookcase desk",
        "clothes clothing": "shirt dress skirt trousers jeans jacket coat sweater socks",
        "device": "phone laptop tablet computer printer television camera",
        "vehicle": "car van bike motorbike truck",
        "item product": """sofa couch armchair chair table desk bed wardrobe shelf bookcase lamp rug mattress pillow
            cushion curtain mirror vase plate shirt dress shoes jacket coat phone laptop tablet camera book toy""",
        "animal": "dog cat rabbit hamster parrot",
    },
}
"""Broader words that a page may use for what a customer names, and whose they are. One way only: a page on sofas says
nothing of furniture at large."""


def synonyms(stem: str, language: str | None) -> frozenset[str]:
    """Stems that may stand for `stem` in that language, without itself; mostly none."""
    return _table((language or "en")[:2]).get(stem, frozenset())


def stands_for(stem: str, language: str | None) -> frozenset[str]:
    """Stems in a page that may stand for the customer's `stem`: its synonyms, and the kinds of thing it is."""
    code = (language or "en")[:2]
    return _table(code).get(stem, frozenset()) | _kinds(code).get(stem, frozenset())


@lru_cache(maxsize=32)
def _table(code: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _GROUPS.get(code, "").strip().splitlines():
        group = frozenset(tokens(line, code))
        for stem in group:
            table[stem] = table.get(stem, frozenset()) | (group - {stem})
    return table


@lru_cache(maxsize=32)
def _kinds(code: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for kinds, members in _KINDS.get(code, {}).items():
        for stem in tokens(members, code):
            table[stem] = table.get(stem, frozenset()) | frozenset(tokens(kinds, code)) - {stem}
    return table
