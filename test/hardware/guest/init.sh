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

# As udev does on Raspberry Pi OS: these groups may use the pins and buses, nobody else but root.
for group in gpio i2c spi; do
  for device in /dev/$group*; do chgrp $group "$device"; chmod 0660 "$device"; done
done
# A PWM channel's files appear when somebody exports it.
uevent sh -c 'if [ "$SUBSYSTEM" = pwm ]; then chgrp -R gpio "/sys$DEVPATH"; chmod -R g+rwX "/sys$DEVPATH"; fi' &
for chip in /sys/class/pwm/pwmchip*; do
  chgrp gpio "$chip/export" "$chip/unexport"; chmod 0220 "$chip/export" "$chip/unexport"
done

ip link set lo up
hostname steckbrett-pi
until interface=$(ls /sys/class/net | grep -v lo) && [ -n "$interface" ]; do usleep 50000; done
ip link set "$interface" up
ip addr add 10.0.2.15/24 dev "$interface"
ip route add default via 10.0.2.2

# The host's port comes on the kernel's command line.
port=$(sed -n 's/.*steckbrett\.shells=\([0-9]*\).*/\1/p' /proc/cmdline)
echo "init: ready after $(cut -d ' ' -f 1 /proc/uptime) s"

# The agent as a service does it: its own user, its own cache, begun again whenever it ends.
mkdir -p /opt/steckbrett/cache && chown -R pi:pi /opt/steckbrett/cache
if [ -e /etc/steckbrett/pi.json ]; then
  while true; do
    if [ -e /etc/steckbrett/environment ]; then . /etc/steckbrett/environment; fi
    su -s /bin/sh -c "exec /opt/steckbrett/steckbrett-agent --config /etc/steckbrett/pi.json" pi
    sleep 1
  done >/tmp/agent.log 2>&1 &
fi

for line in 1 2 3 4; do
  while true; do nc 10.0.2.2 "$port" -e /bin/sh || usleep 200000; done &
done
# The first process must never end, and is the one who collects dead ones.
while true; do sleep 3600; done
