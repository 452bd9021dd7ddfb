"""Why a speech model did not come, and what to do about it."""

from naklank.core.speech_models import FetchProblem
from naklank.translation import tr


def why_not_fetched(reason: str) -> str:
    """The sentences behind "was not downloaded", for a FetchProblem's value."""
    try:
        return _sentence(FetchProblem(reason))
    except ValueError:
        return _sentence(FetchProblem.UNREACHABLE)


def _sentence(problem: FetchProblem) -> str:  # noqa: PLR0911 - a table, as literals for tr()
    match problem:
        case FetchProblem.UNREACHABLE:
            return tr(
                "There is no connection, or it breaks off each time. What came is kept: try again "
                "later, or copy the model from a stick."
            )
        case FetchProblem.CERTIFICATE:
            return tr(
                "This computer does not trust the certificate that it got. Mostly a security "
                "program or proxy reads along: ask whoever manages this computer to add its "
                "certificate to the system's, or copy the model from a stick."
            )
        case FetchProblem.PROXY_PASSWORD:
            return tr(
                "The proxy of this network asks for a password. Ask whoever manages this computer, "
                "or copy the model from a stick."
            )
        case FetchProblem.NOT_FOUND:
            return tr("The file is not there. Check the address of the mirror, or leave it empty.")
        case FetchProblem.REFUSED:
            return tr(
                "The download is not allowed there. Ask whoever manages this network, or copy the "
                "model from a stick."
            )
        case FetchProblem.SERVER:
            return tr("The server has a failure of its own. What came is kept: try again later.")
        case FetchProblem.PAGE:
            return tr(
                "A web page came instead of the model: this network first wants you to sign in, or "
                "blocks the download. Open a web browser and look, or copy the model from a stick."
            )
        case FetchProblem.ADDRESS:
            return tr("That address is of no use: it must begin with https:// or http://.")
        case FetchProblem.BUSY:
            return tr("Another window or program is already downloading it. Wait for that one.")
