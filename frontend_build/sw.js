const VERSION = "omavirta-RaLHXaVp";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/app-B4pTfES4.js","/assets/billing-en--ZOFN4wn.js","/assets/billing-fi-CTQlOzbx.js","/assets/billing-sv-Bm0QfeyZ.js","/assets/chart-CG9EQ2Nq.js","/assets/checkbox-field-Cd6DsxUt.js","/assets/choice-Cd967nnm.js","/assets/closed-page-Bj5L5uhT.js","/assets/code-field-DxETo8Zh.js","/assets/consumption-en-BVCpMU1N.js","/assets/consumption-fi-JXaU3aNH.js","/assets/consumption-page-DydlE4RY.js","/assets/consumption-sv-BzgcWAPx.js","/assets/contracts-en-ByoJYDZt.js","/assets/contracts-fi-7FF_6LYc.js","/assets/contracts-page-DFy3zddA.js","/assets/contracts-sv-ChmKQs0Y.js","/assets/customer-DoCYwfaf.js","/assets/data-oExWN6he.js","/assets/details-page-DC1drE7T.js","/assets/form-DUbREzMu.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-BUIY45rv.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-CYMyfMh8.js","/assets/identification-page-DBjQc3QL.js","/assets/index-BcUXYvVk.js","/assets/invitation-page-D8yit9tr.js","/assets/invoice-page-DmXB4Yno.js","/assets/invoices-page-DRyrFB91.js","/assets/invoicing-CxNE_ghI.js","/assets/moments-ByGWQBAa.js","/assets/more-CnuIHrfj.js","/assets/new-password-CN2cgI27.js","/assets/newpassword-page-BR-aDjiI.js","/assets/nextinvoice-page-BvjkDjh8.js","/assets/notfound-page--UKFs8-H.js","/assets/offline-D3J2aqr9.js","/assets/options-field-CU5ub3_U.js","/assets/own-DnU9tCrU.js","/assets/owndata-page-D29B1hg8.js","/assets/passkey-m3mdeXph.js","/assets/phones-DAELRFWe.js","/assets/place-name-Bykb1eCz.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-tP0w9hAU.js","/assets/products-page-D03cOD54.js","/assets/recovery-YdpcLQ9U.js","/assets/recovery-page-BAJUdHSZ.js","/assets/refresh-CfchIPpM.js","/assets/registration-page-0-s9dBRo.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-CILcASLs.js","/assets/security-page-Cpy2vkVM.js","/assets/signin-en-Cvf_Mscm.js","/assets/signin-fi-BjtwlGQQ.js","/assets/signin-page-CR4nhuGF.js","/assets/signin-sv-DrF3xUbt.js","/assets/step-up-Cs_MPhat.js","/assets/steps-BpYXeO2B.js","/assets/style-BpK127zP.css","/assets/theme-L1XxBJZq.js","/assets/username-page-C9x-D2Oe.js","/assets/users-page-D_SRg1wg.js","/assets/verify-page-lmnSA8hl.js","/assets/webauthn-mjKrM_wn.js"];
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
