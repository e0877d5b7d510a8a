"""Vietnamese."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "ai đó|người",
    "help": "giúp đỡ của|hỗ trợ của|giúp đỡ từ|hỗ trợ từ",
    "available": "rảnh|trực tuyến|đang trực",
    "phone": "điện thoại|qua điện thoại",
    "talked": "đã nói chuyện|hôm qua tôi nói",
    "reach_me": "liên hệ với tôi|gọi cho tôi|gọi lại cho tôi",
    "team": "đội|nhóm hỗ trợ",
    "who": "với ai|gặp ai",
    "aid": "hỗ trợ|nhân viên|trợ giúp|tư vấn viên|người",
    "real": "người thật|con người|thật",
    "talk": (
        "nói chuyện|nói|gặp|liên hệ|liên lạc|kết nối|chuyển máy|chuyển|trò chuyện|chat|trao đổi|tư vấn|"
        "hỗ trợ từ|trợ giúp từ|gọi"
    ),
    "person": (
        "người|người thật|nhân viên|tư vấn viên|ai đó|tổng đài viên|quản lý|chăm sóc khách hàng|đại diện|"
        "con người|cskh|hỗ trợ viên|giám sát|bộ phận hỗ trợ|sếp|điện thoại viên|một ai"
    ),
    "human": (
        "người|người thật|nhân viên|con người|tư vấn viên|người thật|nhân viên|tư vấn viên|tổng đài viên|quản lý|con người|người đại diện|"
        "chăm sóc khách hàng|nhân viên hỗ trợ|cskh|đại diện|người hỗ trợ"
    ),
    "small": "với một cho tôi mình gặp người thật cô anh chị nhân viên đến của bên bạn trực tiếp",
    "stop": "về nhưng bot robot tiền",
    "want": "cần|muốn|cho tôi|tôi cần|tôi muốn|xin|tôi muốn|muốn|cần|tôi cần|cho tôi|cho mình|có|xin|làm ơn|cho gặp|yêu cầu|hãy cho",
    "dont": "không|đừng|chán",
    "dont_want": "không cần|không muốn|không phải|khỏi cần",
    "bot": "bot|robot|máy|chatbot|ai|máy móc",
    "are_you": "bạn là|có phải|đây là|bạn có phải là|tôi đang nói chuyện với",
    "no": "không|có|phải",
    "someone": "ai đó có thể|có ai|nhờ ai đó|ai đó|có thể|làm ơn|bạn có thể|vui lòng|cho người",
    "call_me": ("gọi cho tôi|gọi lại cho tôi|gọi lại|liên hệ với tôi|gọi tôi|gọi cho mình|gọi điện cho tôi"),
    "count": "2|3|4|hai|ba|bốn|cho hai|mấy",
}

PHRASES = {
    "whether_bot": """
        bạn là ai | bạn là robot | bạn có phải là robot không | bạn có phải robot không | bạn là bot
        bạn có phải là người thật không | bạn là người hay máy
    """,
    "ask": (
        "giúp đỡ của con người|sự hỗ trợ của người|giúp đỡ từ người|có nhân viên nào|cần người hỗ trợ|cho gặp <person>|muốn gặp <person>|gặp <person>|nói với <person>|gặp ai|cần gặp|có ai ở đó|có ai không|có ai giúp|ai đó giúp|gọi lại cho tôi|gọi cho tôi|gọi điện cho tôi|người thật|người phụ trách|gặp quản lý|gặp nhân viên|gặp tư vấn*|gặp tổng đài*|nói chuyện với ai đó|nói chuyện với người|chuyển tôi ~ <person>|kết nối ~ <person>|gặp ai đó|gặp người|người thật|nói chuyện với người|gặp nhân viên|gặp tư vấn viên|gọi lại cho tôi|gọi cho tôi|"
        "có ai không|có ai ở đó|không muốn ~ <bot>|không nói chuyện với bot|chuyển tôi|chuyển máy|"
        "gặp quản lý|gặp sếp|tư vấn viên|con người thật"
    ),
    "veil": (
        "nói chuyện về|nói về|bạn là người|bạn có phải là người|có phải người thật|là bot|cho hai người|"
        "người lớn|số người|mỗi người|đang nói chuyện với ~ <person>|không cần ~ <person>|một người khác|"
        "môi giới|# người|2 người"
    ),
    "cry": (
        "nhân viên hỗ trợ|nhân viên tư vấn|tư vấn viên|tổng đài viên|tổng đài|hỗ trợ viên|người hỗ trợ|chăm sóc khách hàng|người thật|con người|quản lý|nhân viên|người thật|tư vấn viên|con người|tổng đài viên|quản lý|gặp người thật|người|cskh|"
        "gặp nhân viên|chăm sóc khách hàng"
    ),
    "polite": "làm ơn|ngay|bây giờ|xin chào|tôi|muốn|cần|gặp|vâng|không|cho|đi|nhé|ạ|vui lòng|với",
    "yes": "vâng|có|được|ok|đồng ý|dạ|dạ vâng|vâng ạ|ừ|tất nhiên|được ạ",
    "no": "không|không cảm ơn|không cần|chưa cần",
    "hello": "xin chào|chào|chào bạn|chào buổi sáng|alo|chào shop|chào ad",
    "thanks": "cảm ơn|cám ơn|cảm ơn bạn|cảm ơn nhiều|tuyệt vời|tốt quá|nhiều|rất",
    "bye": "tạm biệt|hẹn gặp lại|bye",
    "subject:refund": "hoàn tiền|trả lại tiền",
    "action:refund": (
        "tôi muốn hoàn tiền|muốn hoàn tiền|trả tiền lại|trả lại tiền cho tôi|tiền của tôi|"
        "yêu cầu hoàn tiền|hoàn tiền cho tôi|đòi tiền|muốn lấy lại tiền"
    ),
    "subject:cancellation": "hủy|huỷ",
    "action:cancellation": "muốn hủy|muốn huỷ|hủy đơn|huỷ đơn|hủy đăng ký|hủy giúp|đóng tài khoản",
    "action:complaint": "khiếu nại|muốn phàn nàn|quá tệ|thái độ",
    "action:legal": "luật sư|kiện|tòa án|khởi kiện",
    "action:billing_dispute": "trừ tiền hai lần|trừ tiền 2 lần|bị trừ hai lần|tính phí hai lần|tính sai|trừ hai lần",
    "action:security": "bị hack|bị đánh cắp|lừa đảo|mất tài khoản",
    "about": ("là gì|bao lâu|mất bao lâu|thế nào|như thế nào|khi nào|ở đâu|chính sách|điều kiện|làm sao|bao nhiêu"),
    "how_to": "bao lâu|thế nào|chính sách|làm sao|điều kiện",
    "mine": "của tôi|tôi muốn|tôi đã|ngay|bây giờ|vẫn chưa",
    "urgency": "cần gấp|gấp lắm|việc gấp|gấp gấp|khẩn cấp|ngay lập tức|ngay bây giờ",
}

LEXICON = Lexicon(language="vi", groups=GROUPS, phrases=PHRASES, keys="")
