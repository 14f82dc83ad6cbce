const VERSION = "omavirta-C2gzM3kW";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-BNj8u0yG.js","/assets/account-fi--m2xUB99.js","/assets/account-sv-CYFR_7Xm.js","/assets/app-CG8OVcCv.js","/assets/chart-BMiP9bOD.js","/assets/checkbox-field-BfO4lWGX.js","/assets/choice-Cd967nnm.js","/assets/closed-page-XWXsCES3.js","/assets/code-field-B7ZiInIG.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-9evyGrya.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-CCO0H8c1.js","/assets/data-EVVXTr3C.js","/assets/details-page-DPGveFiw.js","/assets/form-hZK9eUL8.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-BKokuX7w.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-BAhZ_F-C.js","/assets/identification-page-BTB4B0Ej.js","/assets/index-BOZNNN8M.js","/assets/invitation-page-sgVGxF0z.js","/assets/moments-C-IJ9e0c.js","/assets/new-password-C47tV_5L.js","/assets/newpassword-page-D1HpJGzv.js","/assets/notfound-page-BDxH_ch0.js","/assets/offline-D3J2aqr9.js","/assets/options-field-r-ygQRTS.js","/assets/own-C6JT7_IE.js","/assets/owndata-page-BiRgdZr1.js","/assets/passkey-Bv7wl3OS.js","/assets/phones-DAELRFWe.js","/assets/place-name-BN2JEcX-.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-BzqNognH.js","/assets/recovery-page-B3TFnvcj.js","/assets/refresh-sfBxSQok.js","/assets/registration-page-BFL3K2rq.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-giIZLzV6.js","/assets/signin-en-B-ygawza.js","/assets/signin-fi-DlDPvv1b.js","/assets/signin-page-D4HIDvZ-.js","/assets/signin-sv-Bi_ZBsfQ.js","/assets/step-up-B9t5E-_9.js","/assets/steps-o3d73v1j.js","/assets/style-CbtRWYC6.css","/assets/theme-L1XxBJZq.js","/assets/username-page-Bzzndgpa.js","/assets/users-page-DLM9wiUS.js","/assets/webauthn-mjKrM_wn.js"];
const worker = self;
worker.addEventListener("install", (event) => {
event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES)));
});
worker.addEventListener("activate", (event) => {
event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name)))).then(() => worker.clients.claim()));
});
worker.addEventListener("fetch", (event) => {
const { request } = event;
const url = new URL(request.url);
if (request.method !== "GET" || url.origin !== location.origin) return;
if (FILES.includes(url.pathname)) {
event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
} else if (request.mode === "navigate" && !/^\/(graphql|graphiql|healthz|readyz|identification|exports|demo)\b/.test(url.pathname)) {
event.respondWith(fetch(request).catch(async () => await caches.match("/index.html") ?? Response.error()));
}
});
