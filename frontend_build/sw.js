const VERSION = "omavirta-51Kp0fBQ";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-ue1JgT9_.js","/assets/app-DLPSBxkq.js","/assets/billing-en-ByAp3Gfz.js","/assets/billing-fi-BI0qKaEi.js","/assets/billing-sv-BXBuraAo.js","/assets/chart-CSknWxXH.js","/assets/checkbox-field-Bj8vVeTN.js","/assets/choice-Cd967nnm.js","/assets/closed-page-CAcV0ALa.js","/assets/code-field-C9buDoDJ.js","/assets/comparison-en-BZz0Wg1k.js","/assets/comparison-fi-D_-p2obb.js","/assets/comparison-page-CgaSuEIE.js","/assets/comparison-sv-pu-SHbdS.js","/assets/consumption-en-BXaWGW2O.js","/assets/consumption-fi-iiMsxpxF.js","/assets/consumption-page-DWPc6Kr5.js","/assets/consumption-sv-VRIl5tfP.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-CGdm7sQr.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-85Xj4Lrz.js","/assets/details-page-Adl7Slwc.js","/assets/form-C8F2Cy7p.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-Dy2IBauw.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-DJCywyeZ.js","/assets/identification-page-BIESo7pF.js","/assets/index-DcPnAr6W.js","/assets/invitation-page-Cx2CxXQA.js","/assets/invoice-page-Ado0dvVp.js","/assets/invoices-page-D9XULaIx.js","/assets/invoicing-gyjTDetc.js","/assets/last-year-BySRZjcc.js","/assets/moments-Bcal6keM.js","/assets/more-C9EKOE89.js","/assets/new-password-ChS_6pGo.js","/assets/newpassword-page-De8ONTIP.js","/assets/nextinvoice-page-bQqflvFc.js","/assets/notfound-page-B64iIGx7.js","/assets/offline-D3J2aqr9.js","/assets/options-field-O35RLjfT.js","/assets/own-rNR-rLYV.js","/assets/owndata-page-B9F5SNuc.js","/assets/passkey-PlVaUsF9.js","/assets/period-DO_ZuAKt.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-DcyvDKRF.js","/assets/products-page-BKoCUofi.js","/assets/recovery-D6QUaVJ0.js","/assets/recovery-page-y9wdQ9mB.js","/assets/refresh-BWyZwuKk.js","/assets/registration-page-B0cXa4Z9.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-Cq-HE2cG.js","/assets/security-page-DIMyeJtn.js","/assets/signin-en-Do_5uut5.js","/assets/signin-fi-Dz8x-U7R.js","/assets/signin-page-B__mRSyF.js","/assets/signin-sv-THakoIV2.js","/assets/similar-DoZLioQZ.js","/assets/step-up-BEEzAXf1.js","/assets/steps-BmZC-3-p.js","/assets/style-C8GEOQ0s.css","/assets/terms-text-BkxCM5Yd.js","/assets/theme-L1XxBJZq.js","/assets/username-page-35obZZBu.js","/assets/users-page-B3lsB90L.js","/assets/verify-page-CkKu52Hs.js","/assets/webauthn-mjKrM_wn.js"];
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
