const VERSION = "omavirta-iMxbKKwu";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-D-lEOPH7.js","/assets/app-BhhBVDHw.js","/assets/billing-en-9ymyz3XZ.js","/assets/billing-fi-CHX59oc3.js","/assets/billing-sv-BYb653F4.js","/assets/chart-CSknWxXH.js","/assets/checkbox-field-eCauulpj.js","/assets/choice-Cd967nnm.js","/assets/closed-page-B632NM7S.js","/assets/code-field-BxzFo216.js","/assets/comparison-en-BUg9vWmI.js","/assets/comparison-fi-p5TbLRsy.js","/assets/comparison-page-JLquvcx9.js","/assets/comparison-sv-CLxQ5oh3.js","/assets/consumption-en-BXaWGW2O.js","/assets/consumption-fi-iiMsxpxF.js","/assets/consumption-page-ChyMeVdD.js","/assets/consumption-sv-VRIl5tfP.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-ysSvMPeR.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-C6T96ZXj.js","/assets/details-page-DmAfKLFL.js","/assets/form-Dlc_jJKJ.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-DC5NRP6h.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-MgyMceM3.js","/assets/identification-page-iqV9xm5k.js","/assets/index-DTfvmXkg.js","/assets/invitation-page-Cqq3PD--.js","/assets/invoice-page-cF-rqQb2.js","/assets/invoices-page-DkB742DW.js","/assets/invoicing-DqU4jy4F.js","/assets/last-year-DR_W9odc.js","/assets/moments-CX9HSXhm.js","/assets/more-Bl6t_bXz.js","/assets/new-password-BDLFB4xF.js","/assets/newpassword-page-62OeuG9L.js","/assets/nextinvoice-page-DSDAaKPq.js","/assets/notfound-page-CZIHQqq6.js","/assets/offline-D3J2aqr9.js","/assets/options-field-BawXGcdB.js","/assets/own-B4D7cYfY.js","/assets/owndata-page-C7oHzP_l.js","/assets/passkey-BdVU7Fop.js","/assets/period-DK6EM4jT.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-C_2c92WP.js","/assets/products-page-BKvpmXdO.js","/assets/recovery-CsbadNTI.js","/assets/recovery-page-CaOHQ4DP.js","/assets/refresh-8rhbY2Gv.js","/assets/registration-page-BRmD0zGl.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-DpWweasm.js","/assets/security-page-CLEKzboL.js","/assets/signin-en-Bjo_Lyyh.js","/assets/signin-fi-BRfVC79o.js","/assets/signin-page-C11bgBZG.js","/assets/signin-sv-4PXutrs5.js","/assets/similar-BZ-qI1D-.js","/assets/step-up-CuMvCcYQ.js","/assets/steps-CaX7j02t.js","/assets/style-C8GEOQ0s.css","/assets/terms-text-Ceayciru.js","/assets/theme-L1XxBJZq.js","/assets/username-page-CFOdrhOH.js","/assets/users-page-OSG4DdV8.js","/assets/verify-page-C5nzQTAq.js","/assets/webauthn-mjKrM_wn.js"];
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
