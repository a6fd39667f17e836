"""The table must not pass what it was not told of."""

import contextlib
import io
import unittest

from cells import cells
from table import show

EXPECTED = {"calls": {"kenya": {"stkPush": {"must": "accepted; 200 0", "why": "documented"}}}}
WRONG = {"happens": "refused; 400 400.002.02", "decision": "they are wrong", "why": "It sends no amount."}


class TableTest(unittest.TestCase):
    def exit_code(self, happened, differs=None, broken=()):
        client = {"name": "shop", "market": "kenya", "differs": differs or {}}
        made = {} if happened is None else {"stkPush": {"happened": happened, "words": "", "exchange": None}}
        with contextlib.redirect_stdout(io.StringIO()):
            return show(EXPECTED, [(client, made, None)], list(broken), False)

    def test_as_it_must_be(self):
        self.assertEqual(0, self.exit_code("accepted; 200 0"))

    def test_a_call_that_the_client_has_not(self):
        self.assertEqual(0, self.exit_code(None))

    def test_a_difference_without_a_decision(self):
        self.assertEqual(1, self.exit_code("refused; 400 400.002.02"))

    def test_a_difference_that_is_decided(self):
        self.assertEqual(0, self.exit_code("refused; 400 400.002.02", {"stkPush": WRONG}))

    def test_a_decision_that_is_outdated(self):
        self.assertEqual(1, self.exit_code("accepted; 200 0", {"stkPush": WRONG}))
        self.assertEqual(1, self.exit_code(None, {"stkPush": WRONG}))

    def test_a_driver_that_failed(self):
        self.assertEqual(1, self.exit_code("accepted; 200 0", broken=["shop: ended with 1"]))

    def test_a_call_that_strayed_or_was_repeated_shows(self):
        exchange = {"at": "2026-11-29T12:00:01.000000001Z", "operation": "c2bPayment", "status": 200, "answer": '{"ResponseCode":"0"}', "body": ""}
        report = {"call": "b2cPayment", "said": "accepted", "words": "", "from": 1795953600.5, "to": 1795953601.5}
        receiver = type("Nobody", (), {"http": "http://127.0.0.1:1", "https": "https://localhost:1"})
        made = cells([report], {"b2cPayment": {"operation": "b2cPayment"}}, {"exchanges": [exchange, exchange]}, receiver)
        self.assertEqual("accepted; 200 0 as c2bPayment, 2 times", made["b2cPayment"]["happened"])


if __name__ == "__main__":
    unittest.main()
