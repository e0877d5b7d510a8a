"""Portuguese."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "nth": "terceira vez|quarta vez|quinta vez|decima vez|enesima vez",
    "write": "escrevo|pergunto|ligo|peço|explico|tenho que|contato|falo",
    "worst": "pior|piores",
    "ever": "da minha vida|da historia|que ja vi|que ja tive|do mundo|de todos os tempos",
    "hurry": "preciso|precisamos|quero",
    "today": "resposta hoje|solucao hoje|para hoje|ate a noite",
    "introduce": "implantar|implementar|adotar",
    "offer": "oferta de|oferta para|proposta para|orcamento de|orcamento para",
    "sites": "hoteis|lojas|filiais|restaurantes|escritorios|funcionarios|unidades|clinicas",
    "buy": "precisamos de|preciso de|queremos|quero|encomendar|comprar|procuramos",
    "price_of": "preço para|preços para|oferta para|proposta para|valor para",
    "for_our": "para o nosso|para a nossa|para os nossos|para nosso|para nossa|para minha|para meu",
    "new": "novo|nova|novos",
    "our": "nosso|nossa|meu|minha",
    "firm": "escritório|escritórios|hotel|empresa|escola|restaurante|clínica|equipe|equipa|funcionários|"
    "colaboradores|lojas|filiais",
    "heads": "funcionários|colaboradores|usuários|utilizadores|postos|mesas|quartos|carros|telefones|linhas|"
    "licenças|pessoas|lojas",
    "help": "ajuda de|ajuda da|assistencia de|apoio de",
    "available": "disponivel|disponiveis|livre|online",
    "phone": "no telefone|na linha|por telefone|ao telefone",
    "talked": "falei|tinha falado|conversei|ja falei",
    "anyone": "alguem",
    "reach_me": "me contatar|me ligar|entrar em contato comigo|me contate|me ligue|ligar para mim",
    "team": "equipe|time|suporte|empresa",
    "who": "com quem|a quem",
    "aid": "agente|ajuda|assistencia|suporte|atendente|atendimento|pessoa|representante|operador|contato|apoio|assistente",
    "real": "humano|humana|real|de verdade|ao vivo",
    "talk": "transfere|transfira|transferir|conecta|conecte|conectar|passa|passe|conversar|contatar|contactar|comunicar|encaminhar|encaminha|falo|fala|fale|bater papo|ligar para|falar|falo|fala|fale|conversar|contatar|contactar|contato|contacto|transferir|transfere|transfira|conectar|passar|passa|passe|chamar|chama|"
    "chame|ligar para|comunicar|atendido por|me coloca|me coloque|me passa|me conecta|encaminhar|encaminhe|ajuda de",
    "person": "humano|humana|humanos|pessoa|pessoas|alguem|atendente|atendentes|agente|operador|operadora|representante|gerente|supervisor|responsavel|"
    "funcionario|funcionaria|consultor|consultora|especialista|tecnico|suporte|atendimento|apoio ao cliente|atendimento ao cliente|equipe|equipa|"
    "vendas|recepcao|chefe|assistente humano|setor|departamento|ouvidoria|sac",
    "human": "humano|humana|pessoa|atendente|atendente humano|agente|operador|operadora|representante|gerente|supervisor|consultor|atendimento humano|"
    "apoio ao cliente|atendimento ao cliente|servico ao cliente|pessoa real|pessoa de verdade|ser humano|ajuda humana|suporte humano|outra pessoa",
    "small": "com um uma uns o a os as de do da ao verdadeiro verdadeira real reais por favor me que algum alguma outro outra mesmo ja agora diretamente seu sua vosso eu",
    "stop": "sobre mas bot robo maquina dinheiro pagamento pedido para",
    "want": "quero|queria|preciso|gostaria|desejo|me da|me de|prefiro|exijo|tem|ha|existe|posso ter|solicito|busco|me passa|me passe|necessito|chama|chame",
    "dont": "nao|nunca|sem|chega de|cansado de",
    "dont_want": "nao preciso|nao quero|nao e preciso|nao necessito|nao gostaria|nao desejo|sem|nao ha necessidade",
    "bot": "bot|robo|robos|maquina|maquinas|chatbot|computador|ia|robot",
    "are_you": "voce e|es|e voce|tu es|isto e|isso e|estou falando com|estou a falar com|falo com|sera que e|se voce e|vc e",
    "no": "nao|mesmo|realmente|so",
    "ask_hours": "a que horas|que horas|qual o horario|qual e o horario|horario de|qual o telefone",
    "someone": "alguem|alguem pode|alguem poderia|pode|podem|poderia|poderiam|por favor|quero que|pode alguem",
    "call_me": "me ligar|me ligue|ligar me|ligue me|me liguem|ligar para mim|me contatar|contactar me|me chamar no telefone|me retornar|me liga|entrar em contato comigo",
    "count": "1|2|3|4|5|6|7|8|duas|dois|tres|quatro|cinco|seis|por|cada",
    "other_trade": "primeira|terceira|mesma|outra",
    "human_noun": "imobiliario|de viagens|de seguros|na mesa|por quarto|juridica|fisica",
}

PHRASES = {
    "whether_bot": """
        quem é você | quem és tu | com quem falo | com quem estou falando | com quem estou a falar
        estou falando com um <bot> | estou a falar com um <bot> | você é um <bot> | você é real | é um <bot>
    """,
    "ask": """
        carne e osso | resolver isso com um <person> | resolver com um <person> | tratar disso com um <person>
        que um humano | que um atendente | que uma pessoa
        tem alguém | tem alguem ai | há alguém | alguém pode me ajudar | alguém para me ajudar | me liguem | me liga | podem me ligar | ligar para mim | me passa | me passe | me transfere | me transfira | chama o <person> | chame o <person> | ser atendido por | atendimento humano | humano de verdade | falar c <person> | falar c alguem | pessoa real | pessoa de verdade
        pessoa real | pessoa de verdade | humano de verdade | ser humano | atendente humano | atendimento humano | ajuda humana | suporte humano
        alguem com quem <talk> | pessoa com quem ~ <talk> | me liguem | me ligue | me liga | podem me ligar | pode me ligar | tem alguem ai | tem alguem
        ha alguem | falar com alguem | seu superior | seu gerente | seu chefe | me passa para | me transfere | me transfira | transferir me | nao quero ~ <bot>
        cansado ~ <bot> | quero um humano | quero atendimento | ligue para mim | ligar me de volta
    """,
    "veil": "falar sobre | falar de | estou falando com ~ <person> | estou a falar com ~ <person> | pessoas para | duas pessoas | para # pessoas | numero de pessoas | dinheiro para alguem | "
    "dinheiro a alguem | corretor | outra pessoa na reserva",
    "cry": "suporte|atendimento|atendimento humano|sac|gerente|supervisor|humano|humano|atendente|pessoa|agente|operador|operadora|representante|gerente|supervisor|atendimento|atendimento humano|alguem|apoio ao cliente|suporte|pessoa real|sac|"
    "atendimento ao cliente",
    "polite": "por favor|pfv|pf|agora|ja|ola|oi|um|uma|o|a|real|quero|preciso|sim|nao|ok|urgente|logo",
    "yes": "sim|sim por favor|claro|ok|pode ser|com certeza|por favor|esta bem|ta bom|quero sim|isso|s",
    "no": "nao|nao obrigado|nao obrigada|agora nao|ainda nao",
    "opening": "tenho uma pergunta|tenho uma duvida|uma pergunta|uma duvida|pode me ajudar|voce pode me ajudar|pode ajudar me|preciso de ajuda|tenho um problema|estou com uma duvida",
    "hello": "ola|oi|bom dia|boa tarde|boa noite|tudo bem|tudo bom|como vai|como voce esta|e ai|opa",
    "thanks": "obrigado|obrigada|muito obrigado|muito obrigada|valeu|perfeito|otimo|agradeco|brigado|pela ajuda|show|muito util|maravilha",
    "bye": "tchau|adeus|ate logo|ate mais|ate breve|tenha um bom dia|e so isso|so isso",
    "subject:refund": "reembols* | estorn* | devolucao do dinheiro | dinheiro de volta",
    "action:refund": "quero - reembolso | quero - dinheiro | meu dinheiro | meu reembolso | me reembolsem | me devolvam | devolvam | devolver meu dinheiro | preciso - reembolso | solicito - reembolso | "
    "exijo - reembolso | onde esta meu reembolso | quero - estorno | meu estorno | reembolse | gostaria - reembolso | dinheiro de volta agora | quero ser reembolsado",
    "subject:complaint": "reclama* | queixa*",
    "action:complaint": "quero reclamar | fazer uma reclamacao | registrar uma reclamacao | minha reclamacao | apresentar queixa | uma queixa | livro de reclamacoes | reclame aqui | e inaceitavel | inaceitavel | "
    "pessimo atendimento | pior atendimento | vergonha | fui maltratado | mal educado | tenho uma reclamacao",
    "subject:legal": "juridic* | advogad* | legal* | processo | tribunal | termos e condicoes",
    "action:legal": "meu advogado | minha advogada | vou processar | processar voces | processa los | acao judicial | acoes legais | medidas legais | procon | na justica | em tribunal | denunciar | pequenas causas | ir a tribunal",
    "subject:medical": "medic* | dosagem | receita | efeitos colaterais | gravid* | alergi*",
    "action:medical": "reacao alergica | dor no peito | nao consigo respirar | falta de ar | estou passando mal | passei mal | overdose | suicid* | meus sintomas | meu medico | posso tomar | devo tomar | intoxicacao | minha receita | me machuquei | fiquei doente | na gravidez",
    "subject:billing_dispute": "cobranca* | fatura* | taxa* | cobrado",
    "action:billing_dispute": "cobrado duas vezes | cobrada duas vezes | cobraram duas vezes | cobranca duplicada | cobranca dupla | cobranca indevida | valor errado | valor incorreto | nao reconheco | contestar | me cobraram | fui cobrado | "
    "fui cobrada | cobraram a mais | cobrado a mais | cobranca nao autorizada | fatura errada | fatura esta errada | erro na fatura | paguei duas vezes | continuam cobrando | debitado duas vezes | debitaram duas vezes | duas vezes no cartao",
    "subject:cancellation": "cancelar* | cancelamento | cancelo | cancela | cancele | cancelem | rescindir | rescisao | encerrar",
    "action:cancellation": "quero cancelar | gostaria de cancelar | preciso cancelar | cancelar minha | cancelar meu | cancelar a minha | cancelar o meu | cancele | cancelem | encerrar minha conta | fechar minha conta | meu cancelamento | rescindir | cancelar este | ja cancelei",
    "subject:discount": "descont* | cupom | cupao | promocao | codigo promocional",
    "action:discount": "me da - desconto | quero - desconto | preciso - desconto | faz - desconto | me faz - desconto | melhor preco | baixar o preco | abaixar o preco | meu cupom | cupom nao funciona | codigo nao funciona | indenizacao | compensacao | meu desconto",
    "subject:account_ownership": "titular* | titularidade | dono da conta",
    "action:account_ownership": "mudar - titular | trocar - titular | alterar - titular | transferir - conta | transferencia de titularidade | no meu nome | para o meu nome | faleceu | falecido | morreu | heranca | procuracao | em nome de | perdi acesso ao meu email | mudar - titularidade",
    "subject:privacy": "privacidade | dados pessoais | lgpd | rgpd | protecao de dados",
    "action:privacy": "apagar meus dados | apagar os meus dados | apaguem | excluir meus dados | excluam meus dados | eliminar os meus dados | excluir minha conta | apagar minha conta | copia dos meus dados | que dados voces tem | compartilharam meus dados | revogar meu consentimento | remover meus dados",
    "subject:security": "segur* | phishing | hacke* | criptograf*",
    "action:security": "fui hackeado | fui hackeada | hackearam | conta hackeada | hackeada | invadida | invadiram | alguem entrou | roubado | roubada | roubaram | roubou | fraude | golpe | acesso nao autorizado | atividade suspeita | bloquear meu cartao | bloqueiem | vazamento | clonado | clonaram | nao fui eu | furtado | bloquear minha conta",
    "about": "qual e | qual o | qual a | quais | quanto tempo | quanto | quantos | como | onde | quando | politica* | condicoes | regras | voces oferecem | oferecem | voces tem | tem algum | ha algum | o que acontece | informacoes | explicar | o que e | e seguro | em quanto tempo | prazo | aceitam | fazem",
    "may": "posso | poderia | e possivel | da para | tenho direito | devo | podem",
    "mine": "meu|minha|meus|minhas|este pedido|esse pedido|eu paguei|comprei|quero|fui|agora|ja|imediatamente|quebrado|danificado|excecao|ainda|me",
    "how_to": "como | quanto tempo | qual e | qual o prazo | quais sao | o que acontece | oferecem | voces tem | onde posso | politica* | em quanto tempo",
    "declined": "nao quero | nao preciso | nao procuro | nao gostaria",
    "distress:strong": "mentirosos | va para o inferno | estou farto | estou farta | fartos de | "
    "porra | merda | caralho | furioso | furiosa | puto | indignad* | palhacada | vergonha | ladroes | golpistas | idiota* | estupid* | imbecil | desesperad* | nunca mais | nao aguento mais | absurdo | lixo de | um lixo | odeio voces | revoltad* | de saco cheio",
    "distress:mild": "pesadelo | perdendo a paciencia | "
    "decepcionante | tao complicado | que bagunca | "
    "irritad* | frustra* | decepcion* | chatead* | ridiculo | terrivel | horrivel | perda de tempo | ainda esperando | insatisfeit* | inutil | pessimo | nao ajuda | confus* | triste",
    "unhurried": "nao e urgente | nada urgente | sem pressa",
    "urgency": "nao pode esperar | esta offline | viajamos hoje | viajamos a noite | clientes esperando | "
    "urgente* | urgencia | emergencia | o mais rapido possivel | imediatamente | agora mesmo | nao consigo entrar | nao consigo acessar | bloqueado | bloqueada | fora do ar | hoje ainda | ainda hoje | roubad*",
    "buying": "orcamento | cotacao | pedido grande | atacado | plano empresarial | para minha empresa | para nossa empresa | para a nossa empresa | enterprise | uma demo | demonstracao | # licencas | # usuarios | # unidades | falar com vendas | equipe de vendas",
    "still": "ainda | continua",
    "stuck": "nao funciona | nao funcionou | nao esta funcionando | ja tentei | nao ajuda | nao ajudou | nao me ajuda | mesma resposta | a mesma coisa | nao foi isso que perguntei | voce nao entende | nao entendeu | ja disse | ainda nao | nao resolveu | nao deu certo | continua igual",
    "secret": "minha senha e | senha e | meu pin e | a senha e | minha palavra passe e",
    "identity": "meu cpf | meu rg | numero do passaporte | meu passaporte | cartao de cidadao",
    "health": "estou gravida | sou diabetic* | tenho diabetes | tenho cancer | meu diagnostico | minha doenca | minha deficiencia | minha depressao",
}

LEXICON = Lexicon(
    language="pt",
    groups=GROUPS,
    phrases=PHRASES,
    keys="humano pessoa atendente falar alguem reembolso cancelar reclamacao",
    known="pessoal pessoas humanos falar falam atende atendentes cancela",
)
