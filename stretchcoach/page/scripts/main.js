new App(JSON.parse(part("data").textContent || ""));
