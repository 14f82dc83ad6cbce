(() => {
try {
const theme = localStorage.getItem("omavirta.theme");
if (theme !== "light" && theme !== "dark") return;
document.documentElement.dataset["theme"] = theme;
for (const meta of document.querySelectorAll("meta[name=\"theme-color\"]")) {
meta.content = theme === "dark" ? "#172120" : "#ffffff";
}
} catch {}
})();
