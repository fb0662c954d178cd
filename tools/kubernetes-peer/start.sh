#!/bin/sh
# Builds and starts a throw-away Kubernetes on loopback, and stops it with this script.
set -eu
version=1.33.4
staging=0.33.4
here=$(cd "$(dirname "$0")" && pwd)
home="${XDG_CACHE_HOME:-$HOME/.cache}/nima-kubernetes-peer"
mkdir -p "$home"
cd "$home"

if [ ! -x peer ]; then
  # Kubernetes names its own parts as v0.0.0 and replaces them; whoever builds it from outside says which are meant.
  modules="api apiextensions-apiserver apimachinery apiserver cli-runtime client-go cloud-provider cluster-bootstrap
    code-generator component-base component-helpers controller-manager cri-api cri-client csi-translation-lib
    dynamic-resource-allocation endpointslice externaljwt kms kube-aggregator kube-controller-manager kube-proxy
    kube-scheduler kubectl kubelet metrics mount-utils pod-security-admission sample-apiserver sample-cli-plugin
    sample-controller"
  {
    printf 'module peer\n\ngo 1.24.0\n\nrequire k8s.io/kubernetes v%s\n\nreplace (\n' "$version"
    for module in $modules; do printf '\tk8s.io/%s => k8s.io/%s v%s\n' "$module" "$module" "$staging"; done
    printf ')\n'
  } > go.mod
  cp "$here/main.go" main.go
  go mod tidy
  go build -o peer .
fi

[ -f key.pem ] || openssl genrsa -out key.pem 2048 2> /dev/null
rm -rf etcd
token=$(openssl rand -hex 16)
printf '%s,admin,1,"system:masters"\n' "$token" > tokens.csv
cat > kubeconfig <<CONFIG
apiVersion: v1
kind: Config
current-context: peer
contexts: [{name: peer, context: {cluster: peer, user: admin}}]
clusters: [{name: peer, cluster: {server: 'https://127.0.0.1:16443', certificate-authority: certs/apiserver.crt}}]
users: [{name: admin, user: {token: $token}}]
CONFIG
chmod 600 kubeconfig tokens.csv

pids=''
trap 'kill $pids 2> /dev/null || true' EXIT
trap 'exit 0' INT TERM
./peer etcd --data-dir etcd --log-level error --listen-client-urls http://127.0.0.1:23790 \
  --advertise-client-urls http://127.0.0.1:23790 --listen-peer-urls http://127.0.0.1:23800 > etcd.log 2>&1 &
pids="$pids $!"
./peer apiserver --etcd-servers http://127.0.0.1:23790 --bind-address 127.0.0.1 --secure-port 16443 --cert-dir certs \
  --service-account-issuer https://kubernetes.default.svc --service-account-signing-key-file key.pem \
  --service-account-key-file key.pem --token-auth-file tokens.csv --authorization-mode RBAC \
  --service-cluster-ip-range 10.0.0.0/24 --disable-admission-plugins ServiceAccount > apiserver.log 2>&1 &
server=$!
pids="$pids $server"
until curl --silent --insecure --fail --output /dev/null -H "Authorization: Bearer $token" https://127.0.0.1:16443/readyz; do
  kill -0 $server 2> /dev/null || { tail -1 apiserver.log; exit 1; }
  sleep 1
done
./peer controllers --kubeconfig kubeconfig --leader-elect=false --bind-address 127.0.0.1 --secure-port 16257 \
  --controllers deployment,replicaset,statefulset,namespace,disruption,resourcequota > controllers.log 2>&1 &
pids="$pids $!"
echo "$home/kubeconfig"
wait
