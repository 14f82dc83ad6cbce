const VERSION = "omavirta-UnD5Hmpv";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-CxaBikhc.js","/assets/account-fi-BZWS3GH7.js","/assets/account-sv-gydA-FuL.js","/assets/app-DABfAPi1.js","/assets/chart-BMiP9bOD.js","/assets/checkbox-field-DxSCEODt.js","/assets/choice-Cd967nnm.js","/assets/closed-page-Cny-p7Xl.js","/assets/code-field-C39ji7su.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-Bp0R61Nm.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-6R9EN6-U.js","/assets/data-pvz7_9xd.js","/assets/details-page-BblnP46e.js","/assets/form-DLy1WSyj.js","/assets/guest-en-DzSia4AI.js","/assets/guest-fi-CHnDtra2.js","/assets/guest-sv-BaEkdyAw.js","/assets/home-en-NpUbDGxK.js","/assets/home-fi-DosRDJ9L.js","/assets/home-page-Cl6cc3zy.js","/assets/home-sv-BSn2Gr7u.js","/assets/identification-CxoWcO4H.js","/assets/identification-page-CmtZl8Mp.js","/assets/index-B6eS8bRI.js","/assets/invitation-page-BGajk4q_.js","/assets/moments-DYxVvTp1.js","/assets/new-password-BHgHiZRs.js","/assets/newpassword-page-6dzKW5bg.js","/assets/notfound-page-CwayMsYZ.js","/assets/offline-D3J2aqr9.js","/assets/options-field-D_ocuww5.js","/assets/own-OID4e-c8.js","/assets/owndata-page-CBsoBVik.js","/assets/passkey-CXgUexKP.js","/assets/phones-DAELRFWe.js","/assets/place-name-DHwOn6p5.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-DhKMEHnT.js","/assets/recovery-page-c3-MQsx0.js","/assets/registration-page-DhEjNht_.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-DZ6IE7cn.js","/assets/signin-en-DTtqzhWU.js","/assets/signin-fi-jbXBEvSf.js","/assets/signin-page-DSvX7ZSB.js","/assets/signin-sv-DXXe-xvH.js","/assets/step-up-t8Ngq9yB.js","/assets/steps-C9OtxZHI.js","/assets/style-D-_09nlt.css","/assets/theme-L1XxBJZq.js","/assets/username-page-CGB5dIey.js","/assets/users-page-NjO9XBGa.js","/assets/webauthn-mjKrM_wn.js"];
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
} else if (request.mode === "navigate" && !/^\/(graphql|graphiql|healthz|readyz|identification|exports|demo)\b/.test(url.pathname)) {
event.respondWith(fetch(request).catch(async () => await caches.match("/index.html") ?? Response.error()));
}
});
