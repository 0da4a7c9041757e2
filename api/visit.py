"""How a visitor looks at pages: language and theme, remembered in cookies."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Annotated, Final

from fastapi import Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from api.errors import status_of
from api.security.principal import Principal
from api.workspace import Workspace
from graph.errors import NotPublishedError
from ontology.access import access
from ontology.errors import LacakError
from ontology.model import Language, load
from viz.explorer.site import POLICY, Problem, Theme, Visit, problem_of, render
from viz.explorer.texts import TEXTS

LANGUAGE: Final = "lacak_language"
THEME: Final = "lacak_theme"

_KINDS: Final[Mapping[int, str]] = {
    403: "403",
    404: "404",
    422: "422",
    428: "428",
    503: "503",
    504: "503",
}


def visit_of(request: Request) -> Visit:
    """Return language and theme of a request, and the path that switches come back to."""
    workspace: Workspace = request.app.state.workspace
    query = f"?{request.url.query}" if request.url.query else ""
    chosen = request.cookies.get(LANGUAGE, workspace.settings.language)
    language: Language = "en" if chosen == "en" else "id"
    themes: dict[str, Theme] = {"light": "light", "dark": "dark"}
    theme = themes.get(request.cookies.get(THEME, ""), "auto")
    principal: Principal | None = getattr(request.state, "principal", None)
    if principal is None:
        return Visit(f"{request.url.path}{query}", language, theme)
    who = "" if principal.is_local else f"{principal.name} · {principal.role}"
    is_narrow = principal.is_local and workspace.audience is not None
    rule = access().rule_for(workspace.role if is_narrow else principal.role)
    return Visit(f"{request.url.path}{query}", language, theme, who, principal.scopes, rule)


VisitDep = Annotated[Visit, Depends(visit_of)]
Back = Annotated[str, Query(description="Path to come back to.", max_length=2000)]


def show(page: str, status: int = 200) -> HTMLResponse:
    """Return a page under the policy that allows own files only."""
    return HTMLResponse(page, status, {"Content-Security-Policy": POLICY})


def error_page(
    request: Request, status: int, error: LacakError | RequestValidationError | None = None
) -> HTMLResponse:
    """Return an error as a page that says what to do."""
    is_unpublished = isinstance(error, NotPublishedError)
    kind = "unpublished" if is_unpublished else _KINDS.get(status, "500")
    # The ontology is read from files, so that this page needs no working snapshot.
    visit = visit_of(request)
    problem = _problem(error, visit.language)
    return show(render("error", visit, load(), kind=kind, status=status, problem=problem), status)


def _problem(error: LacakError | RequestValidationError | None, language: Language) -> Problem:
    if isinstance(error, LacakError):
        return problem_of(error, language)
    found = error.errors() if error is not None else []
    names = ", ".join(dict.fromkeys(str(e["loc"][-1]) for e in found))
    detail = "; ".join(f"{e['loc'][-1]}: {e['msg']}" for e in found)
    return (
        Problem(TEXTS["error_input"].in_(language).format(names=names), detail)
        if found
        else Problem("")
    )


class PageRoute(APIRoute):
    """A route whose errors are pages, not JSON."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[object, object, Response]]:
        """Return the handler with errors turned into pages."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handle(request)
            except LacakError as error:
                return error_page(request, status_of(error), error)
            except RequestValidationError as error:
                # An id of impossible shape is an address that does not exist.
                is_path = any(e["loc"][0] == "path" for e in error.errors())
                return error_page(request, 404 if is_path else 422, error)
            except HTTPException as error:
                return error_page(request, error.status_code)

        return handled
