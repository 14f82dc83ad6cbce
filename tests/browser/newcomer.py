"""A person without an account: through the demo's bank and the steps of registration."""

import json
from itertools import count
from typing import Any

from browser.mailbox import Mailbox
from browser.window import Window

# By their place on the demo broker's list.
PERSONS = ("Aino Virtanen", "Eero Mäkinen", "Helmi Korhonen", "Onni Laine", "Kaisa Nieminen")
NEW_PASSWORD = "kanelipulla maistuu aina"
IDENTIFY = "Tunnistaudu pankkitunnuksilla tai mobiilivarmenteella"
ASK = """
async (query, variables) => {
  const response = await fetch('/graphql', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }),
  });
  return JSON.stringify(await response.json());
}
"""
INVITE = """
mutation ($input: MandateInvitationCreateInput!) { mandateInvitationCreate(input: $input) { userErrors { message } } }
"""
numbers = count(1)


def new_address(name: str) -> str:
    """An address that no mail has gone to: only five an hour go to each."""
    return f"{name}{next(numbers)}@example.fi"


def ask(window: Window, query: str, variables: dict[str, Any] | None = None) -> Any:
    """What the API answers to this browser."""
    answer = json.loads(window.evaluate(ASK, query, variables or {}))
    assert "errors" not in answer, answer
    return answer["data"]


def identify(window: Window, person: str, button: str = IDENTIFY) -> None:
    """Presses the button of the page, and is that person at the bank."""
    window.click_named("button", button)
    choose_person(window, person)


def choose_person(window: Window, person: str) -> None:
    window.click_named("link", "Pankkitunnukset")
    window.click(f"button[name=person][value='{PERSONS.index(person)}']")


def enter_details(window: Window, email: str, password: str = NEW_PASSWORD) -> None:
    window.fill("#email", email)
    window.fill("#password", password)
    window.fill("#passwordAgain", password)
    window.click("#termsVersion")
    window.click_named("button", "Lähetä vahvistuskoodi")


def register(window: Window, mailbox: Mailbox, person: str, email: str) -> None:
    """All of it, from the bank to the home page, for a person who has something of their own."""
    window.open("/rekisteroidy")
    identify(window, person)
    window.wait_for_text(f"Hei, {person}")
    window.click_named("link", "Jatka")
    enter_details(window, email)
    window.fill("#code", mailbox.code(email))
    window.click_named("button", "Vahvista koodi")
    window.wait_for_text("Tervetuloa! Tilisi on valmis.")


def close_account(window: Window) -> None:
    """Whoever is signed in in this window leaves, and can register again."""
    answer = ask(window, "mutation { accountDelete(input: {}) { deleted userErrors { message } } }")
    assert answer["accountDelete"] == {"deleted": True, "userErrors": []}


def invite(window: Window, mailbox: Mailbox, email: str) -> str:
    """Whoever is signed in in this window invites somebody to their company. Gives the link that the mail brings."""
    customers = ask(window, "{ viewer { customers { id kind } } }")["viewer"]["customers"]
    company = next(customer["id"] for customer in customers if customer["kind"] == "COMPANY")
    answer = ask(window, INVITE, {"input": {"customer": company, "email": email, "role": "READER"}})
    assert answer["mandateInvitationCreate"]["userErrors"] == []
    return mailbox.link(email)


def sign_out(window: Window, name: str) -> None:
    window.click_named("button", f"Omat valinnat: {name}")
    window.click_named("button", "Kirjaudu ulos")
    window.wait_for_path("/kirjaudu")
