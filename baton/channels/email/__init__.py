"""The e-mail channel: letters out by SMTP, mail in by IMAP or from whoever posts it to `/v1/inbound/email`."""
