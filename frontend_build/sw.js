const VERSION = "omavirta-Uu1qKJbO";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-CHvpCHor.js","/assets/app-WgkoDno2.js","/assets/billing-en-9ymyz3XZ.js","/assets/billing-fi-CHX59oc3.js","/assets/billing-sv-BYb653F4.js","/assets/chart-CSknWxXH.js","/assets/checkbox-field-BkDA3yaI.js","/assets/choice-Cd967nnm.js","/assets/closed-page-VqzUG_t9.js","/assets/code-field-C4I08nIk.js","/assets/comparison-en-BUg9vWmI.js","/assets/comparison-fi-p5TbLRsy.js","/assets/comparison-page-DCuGx7nR.js","/assets/comparison-sv-CLxQ5oh3.js","/assets/consumption-en-BXaWGW2O.js","/assets/consumption-fi-iiMsxpxF.js","/assets/consumption-page-DW9FatmV.js","/assets/consumption-sv-VRIl5tfP.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-D_m2uxAZ.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-DKIEJbCy.js","/assets/details-page-ZwnJxybK.js","/assets/form-DI8wPJhX.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-TiTmQJ8a.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-BQNm27Fi.js","/assets/identification-page-CH6aXMmX.js","/assets/index-D9sXSA1-.js","/assets/invitation-page-BYv7L2Dx.js","/assets/invoice-page-DOZQ8Zyw.js","/assets/invoices-page-xWL9bI18.js","/assets/invoicing-z6oYkMM4.js","/assets/last-year-oJcBgnYU.js","/assets/moments-BXOXb380.js","/assets/more-BYDRE22N.js","/assets/new-password-DRUx2O_s.js","/assets/newpassword-page-DLa-_75c.js","/assets/nextinvoice-page-D431aqIB.js","/assets/notfound-page-CxiRu1Gu.js","/assets/offline-D3J2aqr9.js","/assets/options-field-QK-Qs_cP.js","/assets/own-GGY_oDqH.js","/assets/owndata-page-D_RLdfsh.js","/assets/passkey-DnZBN9vX.js","/assets/period-atnWhmIW.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-BnLZk8w7.js","/assets/products-page-ofj9Y2aM.js","/assets/recovery-CCWkXcCR.js","/assets/recovery-page-BIlhZ4Cq.js","/assets/refresh-DuQ0ieZ3.js","/assets/registration-page-6h3nD_Hf.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-AREMJUhl.js","/assets/security-page-DNLkPZuG.js","/assets/signin-en-brHXcwv9.js","/assets/signin-fi-ImzaTNiW.js","/assets/signin-page-Bi_gVc7m.js","/assets/signin-sv-KvuYWKSC.js","/assets/similar-D7prY4Js.js","/assets/step-up-BMC7n75M.js","/assets/steps-2nwqyP3_.js","/assets/style-C3CfM6We.css","/assets/terms-text-MmnGiQ03.js","/assets/theme-L1XxBJZq.js","/assets/username-page-itOO5kQO.js","/assets/users-page-BrXD8zvC.js","/assets/verify-page-C7w8ZU4I.js","/assets/webauthn-mjKrM_wn.js"];
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
