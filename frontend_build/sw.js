const VERSION = "omavirta-41zKidiS";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-D2QxBpCX.js","/assets/app-CP-CwE0G.js","/assets/billing-en-ByAp3Gfz.js","/assets/billing-fi-BI0qKaEi.js","/assets/billing-sv-BXBuraAo.js","/assets/chart-CSknWxXH.js","/assets/checkbox-field-CKlYUghs.js","/assets/choice-Cd967nnm.js","/assets/closed-page-CpMG3RXE.js","/assets/code-field-DGsdsAf6.js","/assets/comparison-en-Di9jFmPr.js","/assets/comparison-fi-ppP6h5tJ.js","/assets/comparison-page-SBFUnMD6.js","/assets/comparison-sv-ba8itggw.js","/assets/consumption-en-BXaWGW2O.js","/assets/consumption-fi-iiMsxpxF.js","/assets/consumption-page-owcFgIlq.js","/assets/consumption-sv-VRIl5tfP.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-BaBQyYxx.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-CIMhFENR.js","/assets/details-page-DTH_HwlJ.js","/assets/form-CTUPRVX0.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-EfGQDpqx.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-HD6s_VRP.js","/assets/identification-page-CwkMdgXx.js","/assets/index-CMdO_mS-.js","/assets/invitation-page-B2rtkzA6.js","/assets/invoice-page-B6Mp8lkf.js","/assets/invoices-page-NsJsgX3q.js","/assets/invoicing-D4Ef5Gs3.js","/assets/last-year-DMvNe6Fn.js","/assets/moments-B8QoFZER.js","/assets/more-8gkGC1hw.js","/assets/new-password-oZS36bWo.js","/assets/newpassword-page-w9JFBkgL.js","/assets/nextinvoice-page-B4GiJirH.js","/assets/notfound-page-DQg5epBt.js","/assets/offline-D3J2aqr9.js","/assets/options-field-DqETFQep.js","/assets/own-DYdnUMnK.js","/assets/owndata-page-42KgXJx-.js","/assets/passkey-9sGum3A4.js","/assets/period-viPXxGnA.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-Ci1TGg0D.js","/assets/products-page-B5Pa-oYk.js","/assets/recovery-DKd5iqeg.js","/assets/recovery-page-CZ9FH8SA.js","/assets/refresh-Di8XlvB0.js","/assets/registration-page-Bsto16gn.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-C_q-IAUF.js","/assets/security-page-CGHovo5N.js","/assets/signin-en-D71sGxyw.js","/assets/signin-fi-B7RdYm7X.js","/assets/signin-page-Bep8d795.js","/assets/signin-sv-Ck7FWH8k.js","/assets/similar-B8g2d-zO.js","/assets/step-up-DcXbCeLS.js","/assets/steps-DdSF6uUK.js","/assets/style-C8GEOQ0s.css","/assets/terms-text-DPn9lNaR.js","/assets/theme-L1XxBJZq.js","/assets/username-page-B3a1N6Li.js","/assets/users-page-DPMNqxbw.js","/assets/verify-page-BbJUMgZA.js","/assets/webauthn-mjKrM_wn.js"];
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
