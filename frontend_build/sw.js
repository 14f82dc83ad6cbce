const VERSION = "omavirta-UIS9KL-8";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/app-OTJwUrPv.js","/assets/billing-en-C3B35nUN.js","/assets/billing-fi-CXM2kqo8.js","/assets/billing-sv-MQxzuQIp.js","/assets/chart-CG9EQ2Nq.js","/assets/checkbox-field-CU8GVrsf.js","/assets/choice-Cd967nnm.js","/assets/closed-page-Usl5RdWu.js","/assets/code-field-Bqd3BFNO.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-DGyOYEfh.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-DfK71Cp_.js","/assets/data-DSYBbdRb.js","/assets/details-page-CDD-I6eR.js","/assets/form-BM1f1NbA.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-DIDPxKkc.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-DhTfXiGB.js","/assets/identification-page-C80jr0ac.js","/assets/index-DpKIs5zp.js","/assets/invitation-page-C-qkAP6W.js","/assets/invoice-page-DeOY2j0m.js","/assets/invoices-page-BceSuZie.js","/assets/moments-CulkMvmY.js","/assets/new-password-CgRrmKcB.js","/assets/newpassword-page-eRf5A6zu.js","/assets/notfound-page-Dk30oRQ4.js","/assets/offline-D3J2aqr9.js","/assets/options-field-BqQsSmWx.js","/assets/own-B6mY1IUm.js","/assets/owndata-page-DtBletZJ.js","/assets/passkey-DumSQga0.js","/assets/phones-DAELRFWe.js","/assets/place-name-z9e4J-8x.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-oG3FBxRV.js","/assets/recovery-page-g6eRtxQz.js","/assets/refresh-DAdM_uQC.js","/assets/registration-page-BF1YkoOC.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-CvV-05wY.js","/assets/signin-en-DdJHj60_.js","/assets/signin-fi-4oclH-U3.js","/assets/signin-page-BU_yKi6x.js","/assets/signin-sv-BNW6pRL4.js","/assets/status-lAL8x5v1.js","/assets/step-up-BXJcmuR9.js","/assets/steps-DyMKUyqr.js","/assets/style-DPes_hPN.css","/assets/theme-L1XxBJZq.js","/assets/username-page-prs4T218.js","/assets/users-page-Ch7Zn2VQ.js","/assets/webauthn-mjKrM_wn.js"];
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
