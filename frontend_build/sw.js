const VERSION = "omavirta-aEfLPDlG";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-BZkQnl56.js","/assets/app-CL4yp-6A.js","/assets/billing-en-DlxA9ZWp.js","/assets/billing-fi-BlDYv0jj.js","/assets/billing-sv-CCE9i6xQ.js","/assets/chart-CSknWxXH.js","/assets/checkbox-field-mRse30nV.js","/assets/choice-Cd967nnm.js","/assets/closed-page-BHIxQ_Dc.js","/assets/code-field-YkrA2dMj.js","/assets/comparison-en-BZz0Wg1k.js","/assets/comparison-fi-D_-p2obb.js","/assets/comparison-page-UnIz-wm2.js","/assets/comparison-sv-pu-SHbdS.js","/assets/consumption-en-BXaWGW2O.js","/assets/consumption-fi-iiMsxpxF.js","/assets/consumption-page-tLC0z6PR.js","/assets/consumption-sv-VRIl5tfP.js","/assets/contracts-en-ByoJYDZt.js","/assets/contracts-fi-7FF_6LYc.js","/assets/contracts-page-CDC4zRM4.js","/assets/contracts-sv-ChmKQs0Y.js","/assets/data-CscK0sbq.js","/assets/details-page-mCOkpRbT.js","/assets/form-DzpkFsEL.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-BLU9Nooh.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-B5KDbX19.js","/assets/identification-page-BjJGrufH.js","/assets/index-vezF0nnT.js","/assets/invitation-page-B8Zymz5O.js","/assets/invoice-page-BpijnB3c.js","/assets/invoices-page-Dlal5J0N.js","/assets/invoicing-OMLhLQYZ.js","/assets/moments-CeVeZpy6.js","/assets/more-DCgYucTw.js","/assets/new-password-B61EsuRT.js","/assets/newpassword-page-Bnmlrz-Y.js","/assets/nextinvoice-page-Cq41lZPQ.js","/assets/notfound-page-DyKobZcx.js","/assets/offline-D3J2aqr9.js","/assets/options-field-vMGxS8_-.js","/assets/own-CUQq-ARW.js","/assets/owndata-page-Borju3sY.js","/assets/passkey-Ppt0fT-C.js","/assets/period-NIB4x5cv.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-Wbr0bvJ2.js","/assets/products-page-CZn2_KqW.js","/assets/recovery-C_UCSWQy.js","/assets/recovery-page-Coy1iYjl.js","/assets/refresh-wzq5YDhd.js","/assets/registration-page-HHawDt9k.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-BNEVkFQg.js","/assets/security-page-zReUnQaB.js","/assets/signin-en-7S1xsa7S.js","/assets/signin-fi-D6uRcyzk.js","/assets/signin-page-D1wZnZvh.js","/assets/signin-sv-GPatC-H4.js","/assets/similar-U5ENZkyV.js","/assets/step-up-DQx2ZK1m.js","/assets/steps-DniiIGWz.js","/assets/style-CqxbZ1cr.css","/assets/theme-L1XxBJZq.js","/assets/username-page-HkSR9fAu.js","/assets/users-page-7eCW2FSG.js","/assets/verify-page-BgOmkWxu.js","/assets/webauthn-mjKrM_wn.js"];
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
