const VERSION = "omavirta-FNz1xvyR";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/app-DOmY8vkv.js","/assets/billing-en-C3B35nUN.js","/assets/billing-fi-CXM2kqo8.js","/assets/billing-sv-MQxzuQIp.js","/assets/chart-CG9EQ2Nq.js","/assets/checkbox-field-DFkCa1r-.js","/assets/choice-Cd967nnm.js","/assets/closed-page-BpzGKqan.js","/assets/code-field-DxLlcswK.js","/assets/consumption-en-BVCpMU1N.js","/assets/consumption-fi-JXaU3aNH.js","/assets/consumption-page-D_5OnKGR.js","/assets/consumption-sv-BzgcWAPx.js","/assets/contracts-en-ByoJYDZt.js","/assets/contracts-fi-7FF_6LYc.js","/assets/contracts-page-B3DaUvnt.js","/assets/contracts-sv-ChmKQs0Y.js","/assets/customer-ulEM_4ZL.js","/assets/data-CCG1vUQ6.js","/assets/details-page-Dnya53DP.js","/assets/form-Dk_mbDxR.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-BnPncSrT.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-2jjANopc.js","/assets/identification-page-Db7RZkOR.js","/assets/index-DN_qL-sS.js","/assets/invitation-page-BkUqAjRP.js","/assets/invoice-page-K0Rel7Vu.js","/assets/invoices-page-DrLRVv7T.js","/assets/moments-bOS6X4Dx.js","/assets/more-_R7fldTG.js","/assets/new-password-BoeNGwlE.js","/assets/newpassword-page-C9FeKCtJ.js","/assets/notfound-page-S8-_2OGJ.js","/assets/offline-D3J2aqr9.js","/assets/options-field-DHBwuF6N.js","/assets/own-ZopkrhWl.js","/assets/owndata-page-BjUtPJYE.js","/assets/passkey-IEgtHldV.js","/assets/phones-DAELRFWe.js","/assets/place-name-BEXgYO8N.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-3su4vWms.js","/assets/products-page-BAEb5YAh.js","/assets/recovery-Dc9fDciQ.js","/assets/recovery-page-B5AUGXBD.js","/assets/refresh-Ct28YINc.js","/assets/registration-page-vpgWVROr.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-Dg3YJPJd.js","/assets/signin-en-Cx8jzcFy.js","/assets/signin-fi-BZF0GDMw.js","/assets/signin-page-xE5_8GE3.js","/assets/signin-sv-DSFueDic.js","/assets/status-Dn8GfDBH.js","/assets/step-up-DMc3GPTu.js","/assets/steps-D3TANOuU.js","/assets/style-vJ4IbdX8.css","/assets/theme-L1XxBJZq.js","/assets/username-page-CLOx-5Qe.js","/assets/users-page-Co8P3eVU.js","/assets/webauthn-mjKrM_wn.js"];
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
