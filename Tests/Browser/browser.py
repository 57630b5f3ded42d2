"""One headless Chromium for all checks, and what it says of the pages that it visits."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

SWITCHES = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"]

TWO_FRAMES = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))"


@dataclass(frozen=True)
class Visit:
    """What a browser said while it had a page open."""

    complaints: list
    requests: list
    dialogs: list


class Browser:
    """A session of Chromium."""

    def __init__(self):
        options = Options()
        options.binary_location = shutil.which("chromium") or "chromium"
        for switch in SWITCHES:
            options.add_argument(switch)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        # A dialog is closed at once; the log tells that there was one.
        options.unhandled_prompt_behavior = "dismiss"
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_page_load_timeout(60)
        self.driver.set_script_timeout(120)

    def close(self):
        """End the session and its processes."""
        self.driver.quit()

    def open(self, address):
        """Open a page and wait until it is loaded."""
        self.driver.get(address)

    def command(self, name, **parameters):
        """A command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def ask(self, script, *arguments):
        """What a function body returns that runs in the page; the page's policy does not bind it."""
        return self.driver.execute_script(script, *arguments)

    def ask_later(self, script, *arguments):
        """What a function body hands to its last argument."""
        return self.driver.execute_async_script(script, *arguments)

    def show(self, width=1280, height=900, scheme="light", media="screen"):
        """Set the window's size, the reader's colours and the medium."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.command("Emulation.setDeviceMetricsOverride", **size)
        self.command(
            "Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}]
        )

    def allow_scripts(self, allowed):
        """Whether pages that are opened from now on may run scripts."""
        self.command("Emulation.setScriptExecutionDisabled", value=not allowed)

    def visit(self, address):
        """Open a page and tell what the browser said of it."""
        self.forget()
        self.open(address)
        # A dialog holds up what follows it, and an event may come only with the first frames.
        self.ask_later(TWO_FRAMES)
        return self.heard()

    def forget(self):
        """Throw away what was said so far."""
        self.driver.get_log("browser")
        self.driver.get_log("performance")

    def heard(self):
        """What was said since `forget`: complaints, addresses that were asked for, and texts of dialogs."""
        complaints = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] != "INFO"]
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        refused = {
            event["params"]["requestId"]
            for event in events
            if event["method"] == "Network.loadingFailed" and event["params"].get("blockedReason") == "csp"
        }
        requests = [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent" and event["params"]["requestId"] not in refused
        ]
        dialogs = [
            event["params"]["message"] for event in events if event["method"] == "Page.javascriptDialogOpening"
        ]
        return Visit(complaints, requests, dialogs)

