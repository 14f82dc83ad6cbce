const VERSION = "omavirta-n_3BEgzh";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-C-aH7CzP.js","/assets/app-Bvg4P2Cu.js","/assets/billing-en-gbf-YuQR.js","/assets/billing-fi-CYI3lASQ.js","/assets/billing-sv-BqteI7mF.js","/assets/chart-CfB1qNWd.js","/assets/checkbox-field-C9wRkolf.js","/assets/choice-Cd967nnm.js","/assets/closed-page-ADNodXAC.js","/assets/code-field-DVotNVFi.js","/assets/comparison-en-CvAecUM5.js","/assets/comparison-fi-COvRvXt8.js","/assets/comparison-page-BT7y26Bf.js","/assets/comparison-sv-CNeMgCaw.js","/assets/consumption-en-DOHmJkyU.js","/assets/consumption-fi-Qb6ktGPD.js","/assets/consumption-page-Chut1Ecy.js","/assets/consumption-sv-CraGs3U9.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-CPgdEo7r.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-BrNqOUAz.js","/assets/details-page-CnC4ub3X.js","/assets/form-CSOjSGfa.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-CTOuRRYq.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-BY8i1Br3.js","/assets/identification-page-JBrYZnKX.js","/assets/index-B-0Cyr20.js","/assets/invitation-page-YCeycmJf.js","/assets/invoice-page-istCxbTI.js","/assets/invoices-page-CiqHSv5R.js","/assets/invoicing-a6DNkHgj.js","/assets/last-year-CBaQz7OP.js","/assets/moments-C_uyzFWk.js","/assets/more-DaMSoMhf.js","/assets/new-password-DO1yBJpT.js","/assets/newpassword-page-BMAGxV5q.js","/assets/nextinvoice-page-B0pbL3Aj.js","/assets/notfound-page-PQu8a0jK.js","/assets/offline-D3J2aqr9.js","/assets/options-field-DO98mgzi.js","/assets/own-C6jr24r9.js","/assets/owndata-page-zVU85DpI.js","/assets/passkey-CMA77MPw.js","/assets/period-CDOPUjoR.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-DA2CnmbO.js","/assets/products-page-CIHBH2N_.js","/assets/recovery-BcqqCflF.js","/assets/recovery-page-Doe-xbpb.js","/assets/refresh-Bg4s5_NW.js","/assets/registration-page-c8LhALTh.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-DQmGITWR.js","/assets/security-page-DsAL9xMi.js","/assets/signin-en-CnnnJfac.js","/assets/signin-fi-DJTg9ake.js","/assets/signin-page-B2Hclm18.js","/assets/signin-sv-xZbejgCd.js","/assets/similar-DER8dBCp.js","/assets/step-up-DVpHsBym.js","/assets/steps-DQWJes_6.js","/assets/style-CWc0XFpj.css","/assets/terms-text-eVI_wwBU.js","/assets/theme-L1XxBJZq.js","/assets/username-page-DrD0r2gt.js","/assets/users-page-D7pM0P8F.js","/assets/verify-page-CBcOa4Yv.js","/assets/webauthn-mjKrM_wn.js"];
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
