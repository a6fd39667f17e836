"""What the helper does, shown by plain HTTP: put your own client in the place of `push`."""

import base64
import json
import os
import threading
import urllib.error
import urllib.request
from datetime import datetime

import pytest
from mpesa_sandbox import Sandbox

CUSTOMER = "254708374149"


def test_an_approved_push_is_called_back_with_a_receipt(mpesa):
    accepted = push(mpesa, amount=10)

    callback = mpesa.wait_for_callback("/paid")

    assert result(callback)["CheckoutRequestID"] == accepted["CheckoutRequestID"]
    assert result(callback)["ResultCode"] == 0
    assert "MpesaReceiptNumber" in callback.text
    assert callback.headers["Content-Type"].startswith("application/json")


def test_a_cancelled_push_is_called_back_with_1032(mpesa):
    mpesa.phone("cancels", CUSTOMER)
    push(mpesa, amount=10)

    assert result(mpesa.wait_for_callback())["ResultCode"] == 1032


def test_tests_side_by_side_do_not_see_each_other(mpesa, mpesa_sandbox):
    with mpesa_sandbox.tenant() as other:
        other.phone("cancels")
        pushes = [threading.Thread(target=push, args=(tenant, 10)) for tenant in (mpesa, other)]
        for thread in pushes:
            thread.start()
        for thread in pushes:
            thread.join()

        assert result(mpesa.wait_for_callback())["ResultCode"] == 0
        assert result(other.wait_for_callback())["ResultCode"] == 1032
        for tenant in (mpesa, other):
            assert tenant.callbacks.waiting() == []
            assert pushes_in(tenant.journal()) == 1


def test_a_reset_begins_anew(mpesa):
    mpesa.control("kenya/faults", {"operation": "stkPush", "fault": "HTML_503", "always": True})
    with pytest.raises(urllib.error.HTTPError):
        push(mpesa, amount=10)

    mpesa.reset()

    assert pushes_in(mpesa.journal()) == 0
    push(mpesa, amount=10)
    assert result(mpesa.wait_for_callback())["ResultCode"] == 0


def test_a_callback_that_does_not_come_fails_the_test(mpesa):
    with pytest.raises(pytest.fail.Exception, match="no callback came at /paid within 0.1 s"):
        mpesa.wait_for_callback("/paid", timeout=0.1)


@pytest.mark.parametrize("reference", ["input_ThirdPartyConversationID", "input_ThirdPartyReference"])
def test_vodacoms_gateways_get_their_ids_back(mpesa, reference):
    sent = {"input_OriginalConversationID": "c-1", reference: "t-1"}
    request = urllib.request.Request(mpesa.callback_url(), json.dumps(sent).encode())
    with urllib.request.urlopen(request, timeout=10) as answer:
        reply = json.load(answer)
    assert reply["output_OriginalConversationID"] == "c-1"
    assert reply["output_ThirdPartyConversationID"] == "t-1"


def test_a_wrong_control_says_what_is_allowed(mpesa):
    with pytest.raises(RuntimeError, match="entersWrongPin"):
        mpesa.phone("dances")


def test_a_tenant_is_removed_at_its_end(mpesa_sandbox):
    with mpesa_sandbox.tenant() as tenant:
        assert tenant.name in names(mpesa_sandbox)
    assert tenant.name not in names(mpesa_sandbox)


@pytest.mark.skipif("MPESA_SANDBOX_URL" in os.environ, reason="MPESA_SANDBOX_URL names a sandbox that somebody else started")
def test_a_sandbox_that_was_started_is_gone_at_the_end():
    with Sandbox.find_or_start() as sandbox:
        assert names(sandbox) == ["default"]
    assert sandbox.process.poll() is not None
    with pytest.raises(urllib.error.URLError):
        names(sandbox)


def test_a_sandbox_that_cannot_start_says_what_to_set(monkeypatch):
    monkeypatch.delenv("MPESA_SANDBOX_URL", raising=False)
    monkeypatch.delenv("MPESA_JAR", raising=False)
    monkeypatch.setenv("MPESA", "no-such-program")
    with pytest.raises(RuntimeError, match="set MPESA_SANDBOX_URL"):
        Sandbox.find_or_start()


def push(mpesa, amount):
    kenya = mpesa.kenya
    basic = base64.b64encode(f"{kenya['consumerKey']}:{kenya['consumerSecret']}".encode()).decode()
    token = send(kenya, "/oauth/v1/generate?grant_type=client_credentials", f"Basic {basic}")["access_token"]
    now = datetime.now().strftime("%Y%m%d%H%M%S")
    body = {
        "BusinessShortCode": kenya["payBill"],
        "Password": base64.b64encode(f"{kenya['payBill']}{kenya['passkey']}{now}".encode()).decode(),
        "Timestamp": now,
        "TransactionType": "CustomerPayBillOnline",
        "Amount": str(amount),
        "PartyA": CUSTOMER,
        "PartyB": kenya["payBill"],
        "PhoneNumber": CUSTOMER,
        "CallBackURL": mpesa.callback_url("/paid"),
        "AccountReference": "INV-001",
        "TransactionDesc": "Tea",
    }
    return send(kenya, "/mpesa/stkpush/v1/processrequest", f"Bearer {token}", body)


def send(kenya, path, authorization, body=None):
    headers = {"Authorization": authorization, "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(kenya["baseUrl"] + path, data, headers), timeout=10) as answer:
        return json.load(answer)


def result(callback):
    return callback.json["Body"]["stkCallback"]


def pushes_in(journal):
    return [exchange["operation"] for exchange in journal["exchanges"]].count("stkPush")


def names(sandbox):
    return sandbox.call("GET", sandbox.url + "/_sandbox/tenants")["tenants"]
