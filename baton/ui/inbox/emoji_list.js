// @ts-check
/** The pictures that can be written by name, a line each: the picture, then its names. Those that a support desk has a use for. */
export const NAMED = `
👍 thumbsup yes +1
👎 thumbsdown no -1
👌 ok
👏 clap
🙏 thanks please pray
🙌 hooray
👋 wave hello bye
🤝 handshake deal
💪 strong
🤞 fingers_crossed
👉 point_right
👈 point_left
👆 point_up
👇 point_down
✋ stop
😀 grin
😃 smiley
😄 smile
😁 beam
😅 phew sweat_smile
😂 joy laugh
🙂 slight_smile
😉 wink
😊 blush
😍 love
😎 cool
🤔 thinking hmm
😐 neutral
😕 confused
🙁 frown
😞 sad
😢 cry
😭 sob
😮 wow
😱 shock
😳 flushed
😬 grimace
😴 sleepy
🤗 hug
🤷 shrug
🤦 facepalm
😇 innocent
🥳 party
😡 angry
🤒 sick
🎉 tada celebrate
🎂 cake birthday
🎁 gift
🏆 trophy
🥇 first
⭐ star
✨ sparkles
🔥 fire
💯 hundred
❤️ heart
💙 blue_heart
💚 green_heart
💛 yellow_heart
💔 broken_heart
🌹 rose
🌻 sunflower
☀️ sun
🌧️ rain
❄️ snow
🌈 rainbow
⚡ zap
☕ coffee
🍕 pizza
🍺 beer
🥂 cheers
✅ check done
☑️ checkbox
❌ x cross
❗ exclamation important
❓ question
⚠️ warning
🚫 forbidden
🛑 stop_sign
ℹ️ info
🆗 ok_button
🆕 new
➕ plus
➖ minus
➡️ right
⬅️ left
⬆️ up
⬇️ down
🔄 refresh
🔁 repeat
🔍 search
🔗 link
🔒 lock
🔓 unlock
🔑 key
🔔 bell
🔕 mute
📌 pin
📎 clip
📝 memo
📄 page
📁 folder
📦 parcel package
🚚 truck delivery
✈️ plane
🚗 car
🚆 train
🏠 house
🏢 office
🏪 shop
🏦 bank
💳 card
💶 euro
💵 dollar
💷 pound
🧾 receipt invoice
🛒 cart
🏷️ label
📅 calendar
⏰ alarm
⏳ waiting
⌛ time_up
🕐 clock
📞 phone call
📱 mobile
💻 laptop
🖥️ screen
🖨️ printer
⌨️ keyboard
📷 camera
🎧 headset
✉️ mail email
📥 inbox
📤 outbox
💬 chat speech
💡 idea bulb
🔧 wrench fix
🔨 hammer
⚙️ settings
🧪 test
🐛 bug
🚀 rocket
🎯 target
📈 up_chart
📉 down_chart
👀 eyes look
🧠 brain
👤 person
👥 people team
🤖 bot robot
🌍 world
`;
