"""Addresses of the app's pages that mails and redirects lead to (`frontend/src/app/routes.ts` has them all).

A secret goes into the fragment, which no server and no log ever sees.
"""

from uuid import UUID

from omavirta.api.nodes import encode_id

SIGN_IN = "/kirjaudu"
REGISTRATION = "/rekisteroidy"
HAS_ACCOUNT = "/?ilmoitus=on-jo-tili"
NEW_PASSWORD = "/uusi-salasana"  # noqa: S105 - an address
INVITATION = "/kutsu"
IDENTIFICATION_FAILED = "/tunnistus-epaonnistui"
OWN_DATA = "/omat-tiedot/tietoni"


def company_users(customer_id: UUID) -> str:
    return f"/yritys/{encode_id('Customer', customer_id)}/kayttajat"
