pytest_plugins = ["mpesa_sandbox"]
