const VERSION = "omavirta-4FHg0I5H";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-C6DrX4ZV.js","/assets/app--XdLNIMd.js","/assets/billing-en-ByAp3Gfz.js","/assets/billing-fi-BI0qKaEi.js","/assets/billing-sv-BXBuraAo.js","/assets/chart-CSknWxXH.js","/assets/checkbox-field-CsXdKQVy.js","/assets/choice-Cd967nnm.js","/assets/closed-page-ieyW8Gjy.js","/assets/code-field-Bz3PZh1D.js","/assets/comparison-en-BZz0Wg1k.js","/assets/comparison-fi-D_-p2obb.js","/assets/comparison-page-BsKhIaWx.js","/assets/comparison-sv-pu-SHbdS.js","/assets/consumption-en-BXaWGW2O.js","/assets/consumption-fi-iiMsxpxF.js","/assets/consumption-page-dj3ZfqWH.js","/assets/consumption-sv-VRIl5tfP.js","/assets/contracts-en-ByoJYDZt.js","/assets/contracts-fi-7FF_6LYc.js","/assets/contracts-page-CxiA5FuW.js","/assets/contracts-sv-ChmKQs0Y.js","/assets/data-0wsBdGin.js","/assets/details-page-BoMd3M3R.js","/assets/form-BHw-gNnb.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-DuqTOqpK.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-Bzin-Yhh.js","/assets/identification-page-DKSiiWdS.js","/assets/index-CL5f6hA6.js","/assets/invitation-page-DGfwIaVU.js","/assets/invoice-page-CoZyvL-g.js","/assets/invoices-page-Dqdm0WE0.js","/assets/invoicing-C0_S0ULC.js","/assets/moments-Di2LJxts.js","/assets/more-CtL-elOS.js","/assets/new-password-BiYhwNtD.js","/assets/newpassword-page-DFinWfru.js","/assets/nextinvoice-page-DReN5uL9.js","/assets/notfound-page-X2PXhrxA.js","/assets/offline-D3J2aqr9.js","/assets/options-field-hbBXgxoZ.js","/assets/own-CvBL8od0.js","/assets/owndata-page-a4ICMjxk.js","/assets/passkey-Bv7-LAnR.js","/assets/period-CbNtb9Bs.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-A6UVxEk0.js","/assets/products-page-CNDzRQIr.js","/assets/recovery-C8zIkv24.js","/assets/recovery-page-DmM8Zw38.js","/assets/refresh-4xFPAwkC.js","/assets/registration-page-BDtqdPUT.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-BoWcjlR8.js","/assets/security-page-0azbnOnS.js","/assets/signin-en-DZ2CqCwB.js","/assets/signin-fi-CfGrPd5_.js","/assets/signin-page-CAgyCeDb.js","/assets/signin-sv-CBTVwFIg.js","/assets/similar-DF_KY5V4.js","/assets/step-up-kxXXzm7T.js","/assets/steps-BAmPHCDo.js","/assets/style-CqxbZ1cr.css","/assets/theme-L1XxBJZq.js","/assets/username-page-gCkQZo0N.js","/assets/users-page-CRZi3SQg.js","/assets/verify-page-Ou0eK9NH.js","/assets/webauthn-mjKrM_wn.js"];
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
