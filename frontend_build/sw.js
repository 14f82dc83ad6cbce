const VERSION = "omavirta--U4Lryhi";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-C10baSC_.js","/assets/account-fi-D0q-0Pba.js","/assets/account-sv-BnlF0jJj.js","/assets/app-DGCFFD55.js","/assets/chart-BMiP9bOD.js","/assets/checkbox-field-yZ71UIr7.js","/assets/choice-Cd967nnm.js","/assets/closed-page-mTLtMraw.js","/assets/code-field-CwsU8fqb.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-BCazO2mc.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-Dig1OZhS.js","/assets/data-CV8dfF-9.js","/assets/details-page-ynbvWGy8.js","/assets/form-Iqw66x2z.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-HZGIymiJ.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-DJD0jWEt.js","/assets/identification-page-BYSmZXZV.js","/assets/index-C-18ltwR.js","/assets/invitation-page-5eliWfkB.js","/assets/moments-BkkipiEC.js","/assets/new-password-DJiSV_mc.js","/assets/newpassword-page-p03KWmZm.js","/assets/notfound-page-DkzgFHXl.js","/assets/offline-D3J2aqr9.js","/assets/options-field-cjZxiGpz.js","/assets/own-CbfkZQGS.js","/assets/owndata-page-Dd_wB90X.js","/assets/passkey-DLagg-6e.js","/assets/phones-DAELRFWe.js","/assets/place-name-BkrPtzIU.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-D5XXlmAM.js","/assets/recovery-page-_5t8jSNP.js","/assets/refresh-BBaKJiXp.js","/assets/registration-page-C5HnDEl0.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-3WFhDV69.js","/assets/signin-en-CO48cIeq.js","/assets/signin-fi-CQLHqhrH.js","/assets/signin-page-BlVbgpV3.js","/assets/signin-sv-e4Z41O79.js","/assets/step-up-DHK3MjVA.js","/assets/steps-CG-3uHHB.js","/assets/style-BYofBMAe.css","/assets/theme-L1XxBJZq.js","/assets/username-page-KTUq75FH.js","/assets/users-page-BbiS0_08.js","/assets/webauthn-mjKrM_wn.js"];
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
