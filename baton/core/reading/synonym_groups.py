"""Words that customers and help pages use for each other, a group to a line, per language: data.

Kept to words that hold in any company's help centre; a tenant's own product words belong to the tenant.
"""

GROUPS: dict[str, str] = {
    "en": """
        cost price fee charge expensive
        buy purchase order bought
        ship deliver send shipping dispatch sent
        courier carrier driver crew postman
        refund reimburse repay
        change update edit modify amend alter
        change move reschedule rebook postpone
        delete remove erase
        broken damaged faulty defective damage broke
        scratch scratched dent dented cracked torn marked chipped smashed shattered snapped damage damaged broken
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
        parcel package
        shop store showroom
        limit maximum max cap
        minimum least min
        accept take
        lost missing stolen
        lose lost
        come arrive came arrived
        scheme programme program plan
        founded established old
        failed declined rejected refused
        suspicious weird strange odd
        spend spent
        available stock
        adviser advisor agent
        speak talk contact reach
        reset forgot forgotten forget
        locked blocked
        unlock unblock
        username user
        photo picture image
        install set-up setup
        complain complaint
        begin start
        end finish
        subscription membership
        customs duty import
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
        weight heavy weigh
        colour color shade
        firm firmness soft
        share disclose pass give
        partner provider
        newsletter marketing promotional
        valid expire expiry validity expiration
        business company
        points rewards
        tool screwdriver
        instructions manual
        nurse doctor nhs
        teacher student
        christmas boxing
        amex american
        refuse reject decline
        scam phishing suspicious fraud
        man men people crew
        crew staff team driver colleagues
        bitcoin ethereum dogecoin crypto cryptocurrency cryptocurrencies
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
        permission agree consent permit agreement
        appointment booking
        quit leave cancel end terminate stop unsubscribe close
        notice notify notified notification alert told
        alone unaccompanied
        gym sport exercise workout
        pain painful hurt hurts sore ache tender
        swollen swelling
        tooth teeth
        insure insurance insurer insured
        job position career vacancy hiring hire recruit
        interpreter translator translate
        wheelchair disabled accessible
        elderly senior seniors older pensioner
        teen teenager teens minor youth
        money funds cash
        transfer wire send
        withdraw withdrawal withdrawals
        apy yield
        apr rate
        outside external
        mistake wrong incorrect error
        monthly month months
        yearly annual annually year yearly
        daily day
        weekly week
        quick fast quickly speed soon immediately
        husband wife spouse partner
        owner holder owners holders
        connect link linked connected
        baby infant toddler newborn
        mum dad mother father parent guardian
        ill sick illness
        keep kept retain store
        file record records
        certificate certified
        cut reduce lower
        newsletter newsletters mailing marketing promotional
        abroad foreign international overseas
        check cheque
        medicine medication medicines drug drugs
        begin start starts commence
        own self myself yourself
        branch location office
        text sms message
        weird strange suspicious odd unusual
        upfront deposit
        verify verified verification confirm
        friend friends recipient contact
        attic upstairs floor stairs loft
        loyalty points rewards club
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
        artikel ware produkt
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
