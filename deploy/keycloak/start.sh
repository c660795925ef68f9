#!/usr/bin/env bash
# Starts Keycloak in its container. It takes secrets from the environment, and they lie in files. Options go to it.
set -euo pipefail

KC_BOOTSTRAP_ADMIN_PASSWORD=$(</run/secrets/keycloak_password)
REALM_EXPLORER_SECRET=$(</run/secrets/sign_in_secret)
REALM_PARTNER_SECRET=$(</run/secrets/partner_secret)
REALM_PEOPLE_PASSWORD=$(</run/secrets/people_password)
export KC_BOOTSTRAP_ADMIN_PASSWORD REALM_EXPLORER_SECRET REALM_PARTNER_SECRET REALM_PEOPLE_PASSWORD

exec /opt/keycloak/bin/kc.sh start "$@"
