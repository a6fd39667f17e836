-- Rows as version 1 wrote them, with the key of the tests.
INSERT INTO mpesa_secret (name, sealed)
    VALUES ('digest', 'hQblJsuXp_gs6mc0Tg-_yfRklOyijYjcoE_v1z5QsW6i6v_p6bVEWXin-7r-ucr5N8kkyjqTUmG1hu2nytHa9lgY3SHfhlsOUXd0peDoh0gmAKF0-NClOt49PNy2AdyR');
INSERT INTO mpesa_payment (owner, payment_key, operation, first_name, current_name, reference, order_key, traits, amount, account, label, receiver, repeats, state, code_final, receipt, why, is_to_be_told, prepared_at, sent_at, accepted_at, heard_at, settled_at, questions)
    VALUES ('kenya/production/174379', 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', 'stkPush', 'ab215acee5623e478f75107b82afbfad38728b0f5232af34d1300497bf1ce6d7', 'ab215acee5623e478f75107b82afbfad38728b0f5232af34d1300497bf1ce6d7', 'hQblJsYTHv3r8651vVt3rxkJLL7DQpmyAy0nP4YWo3iW8qxJd38Ao09haql3abEKGLw17rBiqC3jPwDN_HJ4V4tGQ8_1y3Qn3mBH_325PDDEdWenLW47YvJhPKs7W9q7sN9mGo2KOdf-wQ31mKYL2gdC77rOVA', 'order-1', '18b6ecef26919b95521a8ff7a3b92faa204062efb7191fa2c76861696dd91ea9', '10', 'b058186448bd4fbe8d9c7228b3ee9ca98738888312026902fbc156dbfbae286d', '717acc989b2b0639e505ea255d4762139613d918ad8c83a885f6903207c3496b', '174379', 'hQblJq2Wfh6HA1WnFfPY4KfZuulOrNHGJp77ZrAxwnlcGx6ZbzhY_V4ePLLhK_CVi-wUMIeSyYETT_rPR-RG', 'PAID', 0, 'SAE3YULR0Y', 'hQblJmrH3Jl2k7QGzALuY14zkmguEtgL0IxZanZUSMWDKtDPZlbd5W2xkjBNyZkm', 1, 1764000000000, 1764000000000, 1764000000000, 1764000000000, 1764000000000, 0);
INSERT INTO mpesa_payment (owner, payment_key, operation, first_name, current_name, reference, order_key, traits, amount, account, label, receiver, repeats, state, prepared_at, sent_at, accepted_at, next_at, questions)
    VALUES ('kenya/production/174379', 'b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2', 'stkPush', '0fd270477d7f752cff5af3e1d7bc65b50ade397cdb10230bbcda31f88c1b6627', '0fd270477d7f752cff5af3e1d7bc65b50ade397cdb10230bbcda31f88c1b6627', 'hQblJtH6ApJrXEsmOGVGAlXIHYQiCaEnC_y6omkv8hhU9k5ILSINR-zpgBL5g4Ng4tRZcV62E-yu4O4ATKfgg8jYm8iulJq92bcJT6k0s_FEVaP933ildBf2YM35YOOjcVfm2zvwFvpJ5HDITh3E5ApqBMnTLQ', 'order-2', '460022aa04fe6d0278644e96bbb3e20c844f8e450bd5c15071e7dded98da62a8', '20', 'b058186448bd4fbe8d9c7228b3ee9ca98738888312026902fbc156dbfbae286d', '49ad39530a93ba294e7287e6937e96790014ffdde3f9c5e7d677ab6e441727c7', '174379', 'hQblJtdg8yeU7PsGe36lvLoRsNdkFjWbOkYjihulFeBK39VkkoypBLV8WDI9goWIW4fiKua7A6ThrCm_RC8x', 'ACCEPTED', 1764000000000, 1764000000000, 1764000000000, 1764000000000, 0);
INSERT INTO mpesa_event (owner, payment_key, kind, digest, code, heard_at)
    VALUES ('kenya/production/174379', 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', 'CALLBACK', 'c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3', '0', 1764000000000);
INSERT INTO mpesa_received (owner, receipt, source, heard_at)
    VALUES ('kenya/production/174379', 'SAE3YULR0Y', 'PAYMENT', 1764000000000);
INSERT INTO mpesa_received (owner, receipt, source, amount, short_code, label, paid_at, heard_at)
    VALUES ('kenya/production/174379', 'SBE3YULR0Z', 'CONFIRMATION', '250.00', '174379', 'hQblJiYQm9BX_6bxbzbxDbX6q62-SIqRnMNeetJ_c9yC2C8a-BaOub6hVGc8XIk', 1764000000000, 1764000000000);
INSERT INTO mpesa_notice (owner, kind, subject, is_repetition, attempts, next_at)
    VALUES ('kenya/production/174379', 'SETTLEMENT', 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', 0, 0, 1764000000000);
INSERT INTO mpesa_notice (owner, kind, subject, is_repetition, attempts, next_at)
    VALUES ('kenya/production/174379', 'MONEY', 'SBE3YULR0Z', 0, 0, 1764000000000);
INSERT INTO mpesa_token (token_key, digest, token, expires_at)
    VALUES ('5b9db3bb28d351a0618bc784dc56b6b1ef2366f02178b2976ff89f8028622706', 'fbc8f786459f3d8f91c80ca49eee8862c75ebb38d90cf111c040a961c8b3b7c5', 'hQblJtIou2Ge7l9ZROwy8sAP_kPfOdyxHH-4dyHLCAPsDASqxOg', 4000000000000);
