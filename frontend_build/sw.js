const VERSION = "omavirta-S6owlCZC";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-CMx1cYp6.js","/assets/app-BhiYQNe_.js","/assets/billing-en-C3yFgtGp.js","/assets/billing-fi-DYOA-yvy.js","/assets/billing-sv-DaHwCVHi.js","/assets/chart-CSknWxXH.js","/assets/checkbox-field-h2EnDEfA.js","/assets/choice-Cd967nnm.js","/assets/closed-page-BOljCpsJ.js","/assets/code-field-BVr6-Pu-.js","/assets/comparison-en-Di9jFmPr.js","/assets/comparison-fi-ppP6h5tJ.js","/assets/comparison-page-DjmoX1yx.js","/assets/comparison-sv-ba8itggw.js","/assets/consumption-en-BXaWGW2O.js","/assets/consumption-fi-iiMsxpxF.js","/assets/consumption-page-DfemggMc.js","/assets/consumption-sv-VRIl5tfP.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-BkDt3zC7.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-AzbLI_Lz.js","/assets/details-page-DPS0bYi6.js","/assets/form-CIjAwfsP.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-8BwGOpOb.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-DZ7EuA23.js","/assets/identification-page-BhdflnJH.js","/assets/index--wkkiOcD.js","/assets/invitation-page-BK7NySru.js","/assets/invoice-page-BQhx8H1j.js","/assets/invoices-page-PZ1bo-4D.js","/assets/invoicing-Bh5lKxoa.js","/assets/last-year-DiehknI-.js","/assets/moments-DZbXaZ7H.js","/assets/more-BRg897Zv.js","/assets/new-password-Ber1mp4I.js","/assets/newpassword-page-pjhS3B9S.js","/assets/nextinvoice-page-Dk5wSuCK.js","/assets/notfound-page-DkW0SR-B.js","/assets/offline-D3J2aqr9.js","/assets/options-field-DEGtC76I.js","/assets/own-CD-mQXBh.js","/assets/owndata-page-DPhO3oeU.js","/assets/passkey-3pmv_bFP.js","/assets/period-Z3R5pfd2.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-CD1syQV2.js","/assets/products-page-C5mlM1oL.js","/assets/recovery-Do_KPm9M.js","/assets/recovery-page-BywHOTO4.js","/assets/refresh-Bj0JM8rZ.js","/assets/registration-page-B1bRouBE.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-vyX94KUC.js","/assets/security-page-lRwKvgDC.js","/assets/signin-en-DvfQbPB3.js","/assets/signin-fi-BbIRyvGn.js","/assets/signin-page-jNSc4lGW.js","/assets/signin-sv-B5A2l4Pu.js","/assets/similar-CEI6qhzY.js","/assets/step-up-CLqpKQKj.js","/assets/steps-Cdeo7TXC.js","/assets/style-C8GEOQ0s.css","/assets/terms-text-cZQW6fRW.js","/assets/theme-L1XxBJZq.js","/assets/username-page-DF2DQm4r.js","/assets/users-page-DYuiitaL.js","/assets/verify-page-CtVzpKCt.js","/assets/webauthn-mjKrM_wn.js"];
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
