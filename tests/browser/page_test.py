"""The HTML report in a real browser: buttons, keyboard, no errors, no network, hostile text stays text.

Run by `tests/browser/run`. Needs Chromium, its WebDriver, and selenium. Arguments: the parallax binary; optionally a
folder for screenshots."""

import base64
import json
import pathlib
import subprocess
import sys
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARALLAX = pathlib.Path(sys.argv[1]).resolve()
SHOTS = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None

HOSTILE = """<script>window.hit=1</script> shuts the bridge

"</p><img src=https://example.invalid/x onerror=window.hit=2>" said Tomas Reed, the <b>chief</b> engineer. He was brutal.

Reed claimed that " onfocus="window.hit=3" autofocus=" was a brutal lie.</style></script><svg onload=window.hit=4>
"""


def page(folder, command, files, name):
    path = pathlib.Path(folder) / name
    subprocess.run([PARALLAX, command, *map(str, files), "--output", f"html={path}"], check=True)
    return path


def browser():
    options = Options()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1440,900"):
        options.add_argument(argument)
    options.binary_location = "/usr/bin/chromium"
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def requests(driver):
    """Addresses that the pages asked for."""
    found = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(message["params"]["request"]["url"])
    return found


def check(holds, what):
    if not holds:
        raise AssertionError(what)
    print("  ok", what)


def quiet(driver, path):
    """No error on the console, nothing asked for but the page itself."""
    check(driver.get_log("browser") == [], f"{path.name}: the console is empty")
    asked = [url for url in requests(driver) if not url.startswith("data:")]
    check(set(asked) == {path.as_uri()}, f"{path.name}: nothing is fetched but the page")


def layers(driver, path):
    driver.get(path.as_uri())
    style = "return getComputedStyle(arguments[0]).textDecorationLine"
    word = driver.find_element(By.CSS_SELECTOR, "a.mark.loaded.own")
    button = driver.find_element(By.CSS_SELECTOR, "button[data-layer=loaded]")
    check("underline" in driver.execute_script(style, word), "a loaded word is marked")
    check(button.get_attribute("aria-pressed") == "true", "its button says so")
    button.click()
    check(button.get_attribute("aria-pressed") == "false", "the button goes off")
    check("underline" not in driver.execute_script(style, word), "and the mark with it")
    off = driver.execute_script("return [...document.querySelectorAll('a.mark[data-l=loaded]')].filter(a => a.hasAttribute('href')).length")
    check(off == 0, "a mark that is off is no stop for the keyboard")
    button.send_keys(Keys.SPACE)
    check(button.get_attribute("aria-pressed") == "true", "the space bar turns it on again")


def keyboard(driver, path):
    driver.get(path.as_uri())
    panel = driver.find_element(By.CSS_SELECTOR, ".panel-body")
    check(panel.get_attribute("aria-live") == "polite", "the panel is read out when it changes")
    scroll = driver.find_elements(By.CSS_SELECTOR, ".column .scroll")[-1]
    driver.execute_script("arguments[0].focus()", scroll)
    driver.switch_to.active_element.send_keys(Keys.TAB)
    first = driver.switch_to.active_element
    check("mark" in first.get_attribute("class"), "Tab reaches the first mark of a text")
    seen = panel.text
    check(len(seen) > 20, "the panel tells about it")
    first.send_keys(Keys.ARROW_RIGHT)
    second = driver.switch_to.active_element
    check(first != second and "mark" in second.get_attribute("class"), "an arrow key goes on to the next")
    second.send_keys(Keys.END)
    last = driver.switch_to.active_element
    check(last != second and panel.text != seen, "End goes to the last, and the panel follows")
    last.send_keys(Keys.HOME)
    check(driver.switch_to.active_element == first, "Home goes back to the first")
    outline = driver.execute_script("return getComputedStyle(arguments[0]).outlineStyle", first)
    check(outline == "solid", "the focus can be seen")
    first.send_keys(Keys.ESCAPE)
    check(panel.text == "", "Escape closes the panel")
    first.send_keys(Keys.TAB)
    check(driver.switch_to.active_element.tag_name == "summary", "Tab leaves the text after one stop")


def pointer(driver, path):
    driver.get(path.as_uri())
    word = driver.find_element(By.CSS_SELECTOR, "a.mark.loaded.strong")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", word)
    webdriver.ActionChains(driver).move_to_element(word).perform()
    panel = driver.find_element(By.CSS_SELECTOR, ".panel-body").text
    check("loaded word" in panel and "Counts in" in panel, "pointing at a word says why it is marked and where it counts")
    link = driver.find_element(By.CSS_SELECTOR, ".measures .evidence a")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
    link.click()
    check("mark" in driver.switch_to.active_element.get_attribute("class"), "a figure leads to its words")


def together(driver, path):
    driver.get(path.as_uri())
    check(driver.execute_script("return document.querySelectorAll('[data-g]').length") >= 4, "sentences are aligned")
    one, other = driver.find_elements(By.CSS_SELECTOR, ".column .scroll")[:2]
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", one)
    webdriver.ActionChains(driver).move_to_element(one).perform()
    driver.execute_script("arguments[0].scrollTop = arguments[0].scrollHeight / 2", one)
    WebDriverWait(driver, 5).until(lambda d: d.execute_script("return arguments[0].scrollTop", other) > 0)
    check(True, "the texts scroll together")


def hostile(driver, path):
    driver.get(path.as_uri())
    check(driver.execute_script("return window.hit === undefined"), "nothing of an article runs")
    found = driver.execute_script("return document.querySelectorAll('img, .column b:not(.letter, .notes b), .column script, .column svg, [onfocus], [onload], [onerror]').length")
    check(found == 0, "nothing of an article becomes an element")
    text = driver.find_element(By.CSS_SELECTOR, ".column .scroll").text
    for part in ("<script>window.hit=1</script>", "<b>chief</b>", "onfocus=\"window.hit=3\"", "<svg onload=window.hit=4>"):
        check(part in driver.execute_script("return document.querySelector('.column .scroll').textContent"), f"{part} is text")
    check(bool(text), "the text is shown")


def narrow(driver, path):
    for width in (1440, 800, 390):
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        for scheme in ("light", "dark"):
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            driver.get(path.as_uri())
            wide = driver.execute_script("return document.documentElement.scrollWidth")
            check(wide <= width, f"{path.name}: no wider than {width} ({scheme})")
            if SHOTS:
                high = min(driver.execute_script("return document.documentElement.scrollHeight"), 12000)
                clip = {"x": 0, "y": 0, "width": width, "height": high, "scale": 1}
                shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
                (SHOTS / f"{path.stem}-{width}-{scheme}.png").write_bytes(base64.b64decode(shot["data"]))


def without_script(folder, path):
    """The page is read in a mail programme that runs no script."""
    options = Options()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.binary_location = "/usr/bin/chromium"
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        driver.get(path.as_uri())
        check(not driver.find_element(By.CSS_SELECTOR, "button").is_enabled(), "without its script the buttons are off")
        check(driver.find_element(By.CSS_SELECTOR, ".column .scroll").is_displayed(), "and the texts are there")
    finally:
        driver.quit()


def main():
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / "bad.txt"
        bad.write_text(HOSTILE, encoding="utf-8")
        samples = sorted((ROOT / "samples").glob("*/*.txt"))
        dam = page(folder, "compare", [path for path in samples if path.parent.name == "dam-breach"], "dam.html")
        one = page(folder, "score", samples[:1], "one.html")
        attack = page(folder, "compare", [bad, samples[0]], "attack.html")
        many = page(folder, "compare", samples[:8], "many.html")
        check(many.stat().st_size < 1_000_000, "eight articles stay below a megabyte")
        driver = browser()
        try:
            requests(driver)
            for path in (dam, one, attack, many):
                driver.get(path.as_uri())
                quiet(driver, path)
            taken = driver.execute_script("const t = performance.getEntriesByType('navigation')[0]; return t.loadEventEnd - t.startTime")
            check(taken < 2000, f"eight articles open in {taken:.0f} ms")
            for test in (layers, keyboard, pointer, together):
                test(driver, dam)
            hostile(driver, attack)
            check(driver.get_log("browser") == [], "the console is still empty")
            for path in (dam, one, many):
                narrow(driver, path)
        finally:
            driver.quit()
        without_script(folder, dam)
    print("the page holds")


main()
