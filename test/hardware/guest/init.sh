#!/bin/busybox sh
# First process of the emulated Pi: devices, modules, network, then shells that dial in to the host.
/bin/busybox --install -s /bin
mkdir -p /proc /sys /dev /tmp /run
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
exec </dev/ttyS1 >/dev/ttyS1 2>&1
mkdir -p /dev/shm && mount -t tmpfs tmpfs /dev/shm
chmod 1777 /tmp

while read -r module; do
  insmod "/lib/modules/$module" || echo "init: $module was not loaded"
done </lib/modules/load-order
mount -t configfs configfs /sys/kernel/config

# As udev does on Raspberry Pi OS: the group gpio may use the chips, nobody else but root.
for chip in /dev/gpiochip*; do chgrp gpio "$chip"; chmod 0660 "$chip"; done

ip link set lo up
hostname steckbrett-pi
until [ -e /sys/class/net/usb0 ]; do usleep 50000; done
ip link set usb0 up
ip addr add 10.0.2.15/24 dev usb0
ip route add default via 10.0.2.2

# The host's port comes on the kernel's command line.
port=$(sed -n 's/.*steckbrett\.shells=\([0-9]*\).*/\1/p' /proc/cmdline)
echo "init: ready after $(cut -d ' ' -f 1 /proc/uptime) s"

# The agent as a service does it: its own user, its own cache, begun again whenever it ends.
project=/opt/steckbrett
mkdir -p $project/node_modules/.cache && chown pi:pi $project/node_modules/.cache
if [ -e /etc/steckbrett/pi.json ]; then
  while true; do
    su -s /bin/sh -c "exec node $project/device/agent/main.ts --config /etc/steckbrett/pi.json" pi
    sleep 1
  done >/tmp/agent.log 2>&1 &
fi

for line in 1 2 3 4; do
  while true; do nc 10.0.2.2 "$port" -e /bin/sh || usleep 200000; done &
done
# The first process must never end, and is the one who collects dead ones.
while true; do sleep 3600; done
