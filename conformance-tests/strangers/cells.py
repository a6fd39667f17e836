"""Makes a cell of the table of what a driver reports and what the sandbox wrote down: what the client made of it; status and code; result."""

import datetime
import json

# A call is preceded by one of these where the client has no token yet.
PREPARATIONS = {"token", "getSession"}


def cells(reports, calls, journal, receiver):
    """One cell for each call: its text, and what a reader of a difference needs to see. Without a journal the driver's word is the cell."""
    return {report["call"]: cell(report, calls.get(report["call"], {}), journal, receiver) for report in reports}


def cell(report, call, journal, receiver):
    if journal is None or report["call"].endswith(" callback"):
        return {"happened": report["said"], "words": report["words"], "exchange": None}
    seen = [exchange for exchange in journal["exchanges"] if report["from"] - 0.002 <= seconds(exchange["at"]) <= report["to"] + 0.002]
    meant = [exchange for exchange in seen if exchange.get("operation") not in PREPARATIONS] or seen
    parts = [report["said"]]
    last = meant[-1] if meant else None
    if last is None:
        parts.append("nothing sent")
    else:
        # A client may take a wrong address, which only shows where the table says what the right one is.
        strayed = call.get("operation", last.get("operation")) != last.get("operation")
        parts.append(f"{last['status']} {code(last['answer'])}".strip() + (f" as {last.get('operation')}" if strayed else "")
                     + (f", {len(meant)} times" if len(meant) > 1 else ""))
        sent = last["body"].replace("\\/", "/")
        if last["status"] == 200 and any(base + "/" + report["call"] in sent for base in (receiver.http, receiver.https)):
            parts.append(result(receiver.take(report["call"], 8)))
    return {"happened": "; ".join(parts), "words": report["words"], "exchange": last}


def seconds(instant):
    # Nanoseconds are more than fromisoformat reads.
    whole, _, rest = instant.rstrip("Z").partition(".")
    return datetime.datetime.fromisoformat(whole + "+00:00").timestamp() + float("0." + (rest or "0"))


def code(answer):
    """The code of an answer, in any of the forms of a gateway; empty if it has none."""
    try:
        body = json.loads(answer)
    except ValueError:
        return "text" if answer else "empty"
    if not isinstance(body, dict):
        return ""
    for name in ("errorCode", "ResponseCode", "output_ResponseCode", "responseCode", "code"):
        if name in body:
            return str(body[name])
    if "ResponseHeader" in body:
        return str(body["ResponseHeader"].get("responseCode", ""))
    return ""


def result(body):
    if body is None:
        return "no callback"
    try:
        parsed = json.loads(body)
        inner = parsed.get("Result") or parsed.get("Body", {}).get("stkCallback") or parsed
        return f"result {inner.get('ResultCode', inner.get('resultCode', '?'))}"
    except (ValueError, AttributeError):
        return "unreadable callback"
