#!/bin/bash
# rules of the router in the hall
IPT=/usr/sbin/iptables
LAN=192.168.50.0/24
UID_BACKUP=404
MARK=429

$IPT -F INPUT
$IPT -P INPUT DROP
$IPT -A INPUT -i lo -j ACCEPT
$IPT -A INPUT -s $LAN -p tcp --dport 22 -j ACCEPT

for port in 80 443 500 502 503 4500; do
  $IPT -A INPUT -p tcp --dport "$port" -m limit --limit 50/s --limit-burst 500 -j ACCEPT
done

for proto in 50 51; do
  $IPT -A INPUT -p "$proto" -j ACCEPT
done

$IPT -t mangle -A OUTPUT -m owner --uid-owner $UID_BACKUP -j MARK --set-mark $MARK
tc class add dev eth0 parent 1: classid 1:404 htb rate 500kbit ceil 503kbit
tc filter add dev eth0 parent 1: handle $MARK fw flowid 1:404

mtu=$(cat /sys/class/net/eth0/mtu)
if [ "$mtu" -eq 1404 ] || [ "$mtu" = 500 ]; then
  ip link set eth0 mtu 1500
fi
ip route add default via 192.168.50.1 metric 404 table 500
