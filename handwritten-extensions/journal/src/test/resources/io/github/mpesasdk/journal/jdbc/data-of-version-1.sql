-- Rows as version 1 wrote them, with the key of the tests.
INSERT INTO mpesa_secret (name, sealed)
    VALUES ('digest', 'hQblJkypNDl0wPl7Lc_A8lfdDE7WCCl4Hq80YY2KZC32sPi_hmgCjGqZv9hZjDMyGRJwrpfTYgo1fy19cByLSmgmYd_sjSkh5Ir9WtoAJYMQpcQZ8fBDF3s7OHrqxKZH');
INSERT INTO mpesa_payment (owner, payment_key, operation, first_name, current_name, reference, order_key, traits, amount, account, label, receiver, repeats, state, code_final, receipt, why, is_to_be_told, prepared_at, sent_at, accepted_at, heard_at, settled_at, questions)
    VALUES ('kenya/production/174379', 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', 'stkPush', '1d75efab52ce0bc323035741c247889566f5eff68d6e1f5c0e3df836532067ca', '1d75efab52ce0bc323035741c247889566f5eff68d6e1f5c0e3df836532067ca', 'hQblJh3fqamYoIwvIEMfItkL0uvMOTSEx9SjmNVm7uMxM7ojvNee2greN43uarpot2ywpZYGcO4pEHXcuG4DH0NImVbKQbbKkFtp4bU', 'order-1', 'bbb296d7927b571cde72c3c857d9d0d69805d4c32f000f860dfff7ad9c393fa3', '10', 'e0378b9763f7be9bf2802ffa716ae1670403edb442a45b1caabe4b8cba47ec09', '0c7ce6285b4b408fb1b4a671918284a8f4e4b6a837f803e34eefb19621045823', '174379', 'hQblJqsiL6QQfqTfMg6Og4ANnVD5D0b7FlJHj03zdW8wluJPz3ZaQ6VZBjw-5KRef0y7PQbz200Rr9nVMFz0', 'PAID', 0, 'SAE3YULR0Y', 'hQblJvZpehAqLYTbyTA5xS7Z_cjMR-ckKf-MFeBa7XJoaGi8fSp_KDbP0INbEs8k', 1, 1764000000000, 1764000000000, 1764000000000, 1764000000000, 1764000000000, 0);
INSERT INTO mpesa_payment (owner, payment_key, operation, first_name, current_name, reference, order_key, traits, amount, account, label, receiver, repeats, state, prepared_at, sent_at, accepted_at, next_at, questions)
    VALUES ('kenya/production/174379', 'b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2', 'stkPush', '09f49e12ed444df06a4c5f5fd5dd5a0dd10bced0ef74b89a9ff9cf84ad1dc27c', '09f49e12ed444df06a4c5f5fd5dd5a0dd10bced0ef74b89a9ff9cf84ad1dc27c', 'hQblJsFJRyMClPCGvDt0SzX06_DrQAbL5iGv7uolWcgYMKUlmse3I8C2wTkiqrN-VBxu7vWrf2m5CRjG7kx65FIIYntL8FMh8ylB7Ic', 'order-2', '42943a9dda6b480e8214ef93d1af99500423be02fc6c3b72944cde17a2c45c78', '20', 'e0378b9763f7be9bf2802ffa716ae1670403edb442a45b1caabe4b8cba47ec09', '707cecc027c8cb15a85a7e1d29c6f03cd0af6309bc220bbfed9e7be1ee103a4e', '174379', 'hQblJoDngrEWB-VaxK3z7VGu2UKMRyf0oeqhQbLlnjLWw5MiE24Q5ng5275JAe4YCavKYmWBNwLogaVI_pBi', 'ACCEPTED', 1764000000000, 1764000000000, 1764000000000, 1764000000000, 0);
INSERT INTO mpesa_event (owner, payment_key, kind, digest, code, heard_at)
    VALUES ('kenya/production/174379', 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', 'CALLBACK', 'c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3', '0', 1764000000000);
INSERT INTO mpesa_received (owner, receipt, source, heard_at)
    VALUES ('kenya/production/174379', 'SAE3YULR0Y', 'PAYMENT', 1764000000000);
INSERT INTO mpesa_received (owner, receipt, source, amount, short_code, label, paid_at, heard_at)
    VALUES ('kenya/production/174379', 'SBE3YULR0Z', 'CONFIRMATION', '250.00', '174379', 'hQblJkS84EW6uZqQUFGBXyzpBLvdU9vhlmZaH4a6xZd98zzE3ZOHK7Pd3F078os', 1764000000000, 1764000000000);
INSERT INTO mpesa_notice (owner, kind, subject, is_repetition, attempts, next_at)
    VALUES ('kenya/production/174379', 'SETTLEMENT', 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', 0, 0, 1764000000000);
INSERT INTO mpesa_notice (owner, kind, subject, is_repetition, attempts, next_at)
    VALUES ('kenya/production/174379', 'MONEY', 'SBE3YULR0Z', 0, 0, 1764000000000);
INSERT INTO mpesa_token (token_key, digest, token, expires_at)
    VALUES ('876d86a3f77e5864632b1e09429c1bccdef5f15755f18d534fd008a79e520318', 'e9e3be50281887d43b44aae7ce1e5d26bcbcf33ff450e568fe0321267d6ad712', 'hQblJiZhSWswgfH3ddd-ML8fblfhOt_tjXsTftGoYrANbPU8BrQ', 4000000000000);
