const VERSION = "omavirta-3d34f35r";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-BNj8u0yG.js","/assets/account-fi--m2xUB99.js","/assets/account-sv-CYFR_7Xm.js","/assets/app-av8cgvIZ.js","/assets/chart-BMiP9bOD.js","/assets/checkbox-field-CKwY1fpc.js","/assets/choice-Cd967nnm.js","/assets/closed-page-B4xOyRbH.js","/assets/code-field-CDVd40_J.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-BO0n_rDu.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-DfIyPP8l.js","/assets/data-DSPgWApt.js","/assets/details-page-ClbtnvLw.js","/assets/form-CFLQYubI.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-BKkpx3dq.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-Dtiq0p7l.js","/assets/identification-page-Dg3OKpqT.js","/assets/index-Xqo03bjW.js","/assets/invitation-page-DMvn43Hl.js","/assets/moments-o16QTMp-.js","/assets/new-password-Do9BUzrB.js","/assets/newpassword-page-De4Ltfsy.js","/assets/notfound-page-DaGrzdAJ.js","/assets/offline-D3J2aqr9.js","/assets/options-field-CZH5AwVh.js","/assets/own-CWCKgNDE.js","/assets/owndata-page-DqQ6b-HM.js","/assets/passkey-CENRWY-K.js","/assets/phones-DAELRFWe.js","/assets/place-name-B1HXFEcB.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-2GCXS5iT.js","/assets/recovery-page-Ds-BmjlU.js","/assets/refresh-D-MWeYHG.js","/assets/registration-page-Eqyu8-Ai.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-CDgkw8DW.js","/assets/signin-en-CO48cIeq.js","/assets/signin-fi-CQLHqhrH.js","/assets/signin-page-0lMz6V4I.js","/assets/signin-sv-e4Z41O79.js","/assets/step-up-C-IZzUYM.js","/assets/steps-DGHdikRo.js","/assets/style-CbtRWYC6.css","/assets/theme-L1XxBJZq.js","/assets/username-page-CjVtXNGC.js","/assets/users-page-9-QWyxpS.js","/assets/webauthn-mjKrM_wn.js"];
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
