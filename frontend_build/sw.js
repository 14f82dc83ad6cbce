const VERSION = "omavirta-c0APrTcf";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-L-DkRQim.js","/assets/app-DzZBZBRr.js","/assets/billing-en-ByAp3Gfz.js","/assets/billing-fi-BI0qKaEi.js","/assets/billing-sv-BXBuraAo.js","/assets/chart-CSknWxXH.js","/assets/checkbox-field-AIe8Gebw.js","/assets/choice-Cd967nnm.js","/assets/closed-page-HdvRYl3z.js","/assets/code-field-v0_YouZe.js","/assets/comparison-en-Di9jFmPr.js","/assets/comparison-fi-ppP6h5tJ.js","/assets/comparison-page-CQHwe0sJ.js","/assets/comparison-sv-ba8itggw.js","/assets/consumption-en-BXaWGW2O.js","/assets/consumption-fi-iiMsxpxF.js","/assets/consumption-page-CvHZbdSd.js","/assets/consumption-sv-VRIl5tfP.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-BHLXWtUR.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-pRq5DlKq.js","/assets/details-page-x368HalD.js","/assets/form-DSlq2d07.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-zui4CMgT.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-BKnqJosr.js","/assets/identification-page-CX8yl5qP.js","/assets/index-ZfIN_ULm.js","/assets/invitation-page-2IjOGUYH.js","/assets/invoice-page-Dol_2f0d.js","/assets/invoices-page-DTC-IC-f.js","/assets/invoicing-BftcI4Oj.js","/assets/last-year-CYiVdh1e.js","/assets/moments-Cepjiwp_.js","/assets/more-CmWgWK5g.js","/assets/new-password-DksOlh76.js","/assets/newpassword-page-D1_MP1VO.js","/assets/nextinvoice-page-DUcun0za.js","/assets/notfound-page-BThCFMrG.js","/assets/offline-D3J2aqr9.js","/assets/options-field-CLFQVe3H.js","/assets/own-DHtLk3ta.js","/assets/owndata-page-bzHOTTtu.js","/assets/passkey-CLpxsKEQ.js","/assets/period-CasYg_jY.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-CTrKDjvu.js","/assets/products-page-BqR3ZPUU.js","/assets/recovery-Cm3KEKj-.js","/assets/recovery-page-BB8M5JQF.js","/assets/refresh-BXPIQcGr.js","/assets/registration-page-Bj0pdGPf.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-S_4x1BuH.js","/assets/security-page-CSPoUxid.js","/assets/signin-en-C0V6MRZF.js","/assets/signin-fi-DUW8HAB6.js","/assets/signin-page-BIlQYWnt.js","/assets/signin-sv-Dgx15ktp.js","/assets/similar-DB6Ga210.js","/assets/step-up-BbnMSAT5.js","/assets/steps-9OPNNwdh.js","/assets/style-C8GEOQ0s.css","/assets/terms-text-DTJZsgF0.js","/assets/theme-L1XxBJZq.js","/assets/username-page-HbL5Dkzb.js","/assets/users-page-BZPnJOUY.js","/assets/verify-page-DRtHl5QB.js","/assets/webauthn-mjKrM_wn.js"];
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
