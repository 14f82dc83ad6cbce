const VERSION = "omavirta-dyxaLBDY";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/app-BJlH64cK.js","/assets/billing-en-C3B35nUN.js","/assets/billing-fi-CXM2kqo8.js","/assets/billing-sv-MQxzuQIp.js","/assets/chart-CG9EQ2Nq.js","/assets/checkbox-field-C7jlL4PR.js","/assets/choice-Cd967nnm.js","/assets/closed-page-ComduO5i.js","/assets/code-field-dzxTZEJS.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-05lG3dqr.js","/assets/consumption-sv-B8vYKAlc.js","/assets/contracts-en-ByoJYDZt.js","/assets/contracts-fi-7FF_6LYc.js","/assets/contracts-page-CWSKEVLS.js","/assets/contracts-sv-ChmKQs0Y.js","/assets/customer-RPUg57tf.js","/assets/data-BtwCTw6d.js","/assets/details-page-CJTgGE3P.js","/assets/form-boNFG0xv.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-JOLAv11i.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-BmYqt1Xu.js","/assets/identification-page-xpVGz2Bb.js","/assets/index-BwY8IjvF.js","/assets/invitation-page-fhqPWqZK.js","/assets/invoice-page-A41YdzTo.js","/assets/invoices-page-svZgfblo.js","/assets/moments-mPqJ1zAs.js","/assets/new-password-0ekVTF05.js","/assets/newpassword-page-DZ4aF-HM.js","/assets/notfound-page-oeUeJodM.js","/assets/offline-D3J2aqr9.js","/assets/options-field-tRrnQ4J0.js","/assets/own-cIoQBLHA.js","/assets/owndata-page-BIn1alMv.js","/assets/passkey-BPTPRiyF.js","/assets/phones-DAELRFWe.js","/assets/place-name-Daz8pgtc.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-Cp5ZKMgX.js","/assets/products-page-DTAC_0Ka.js","/assets/recovery-bS7vy2vl.js","/assets/recovery-page-S427TPlt.js","/assets/refresh-C6Jl6tp2.js","/assets/registration-page-fnpKZaf3.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-CoNj9asd.js","/assets/signin-en-BLCAX6yg.js","/assets/signin-fi-CMVvJy1a.js","/assets/signin-page-CBOPH8V8.js","/assets/signin-sv-B1ZWJ9Ap.js","/assets/status-CwWJImQr.js","/assets/step-up-CuLEAgur.js","/assets/steps-DJOshVHM.js","/assets/style-CLXk_T2s.css","/assets/theme-L1XxBJZq.js","/assets/username-page-BOeBkLZH.js","/assets/users-page-CU1uwmS4.js","/assets/webauthn-mjKrM_wn.js"];
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
} else if (request.mode === "navigate" && !/^\/(graphql|graphiql|healthz|readyz|identification|exports|documents|imports|demo)\b/.test(url.pathname)) {
event.respondWith(fetch(request).catch(async () => await caches.match("/index.html") ?? Response.error()));
}
});
