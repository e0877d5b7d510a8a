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
        refund reimburse repay
        change update edit modify amend
        delete remove erase
        broken damaged faulty defective damage broke
        late delay overdue delayed
        phone telephone mobile call
        email e-mail mail
        login log signin sign
        cancel stop terminate
        open opening
        hours times
        invoice receipt bill
        voucher coupon code promo
        discount sale offer
        exchange swap replace replacement
        sofa couch settee
        clean wash wipe
        instalment installment split
        pay payment paid
        retry attempt retried
        sample swatch
        track where's whereabouts locate
        wide width
        high height tall
        deep depth
        job career vacancy
        closed close
        location address
        child children kid
        pet dog cat animal
        wifi internet wi-fi
        parking park car
        guarantee warranty
        parcel package
        shop store
        limit maximum max cap
        minimum least min
        accept take
        lost missing stolen
        fix repair
        assembly assemble build put
        help support assistance
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


def synonyms(stem: str, language: str | None) -> frozenset[str]:
    """Stems that may stand for `stem` in that language, without itself; mostly none."""
    return _table((language or "en")[:2]).get(stem, frozenset())


@lru_cache(maxsize=32)
def _table(code: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _GROUPS.get(code, "").strip().splitlines():
        group = frozenset(tokens(line, code))
        for stem in group:
            table[stem] = table.get(stem, frozenset()) | (group - {stem})
    return table
